package warrant.orchestrator.eval.suite;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.extraction.relate.Pairs;
import warrant.extraction.relate.Relator;
import warrant.extraction.relate.Settings;
import warrant.graph.Ontology;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;

/**
 * With what a suite reads texts: as ingestion reads passages.
 *
 * @param model loaded when first asked for, then the same
 * @param encoder likewise
 */
public record Minds(Level level, Supplier<LanguageModel> model, Supplier<Encoder> encoder) {

    public Relator relator(Ontology ontology) {
        @Nullable LanguageModel decider = level == Level.MODEL ? model.get() : null;
        @Nullable Encoder near = level == Level.RULES ? null : encoder.get();
        return new Relator(ontology, level, decider, near, Settings.standard(level));
    }

    /** @return what asks about pairs of things whose places are known */
    public Pairs pairs(Ontology ontology) {
        @Nullable LanguageModel decider = level == Level.MODEL ? model.get() : null;
        @Nullable Encoder near = level == Level.RULES ? null : encoder.get();
        return new Pairs(ontology, level, decider, near);
    }

    /** @return what answers depend on besides the data: part of a key */
    public String profile() {
        String decider = level == Level.MODEL ? model.get().profile().id() : "";
        return level + " " + decider + " " + System.getProperty("warrant.build", "");
    }
}
