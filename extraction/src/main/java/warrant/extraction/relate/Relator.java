package warrant.extraction.relate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.extraction.Extraction;
import warrant.graph.Document;
import warrant.graph.Ontology;
import warrant.graph.Passage;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;

/** Finds what passages state. Same arguments, same extraction: no other passage changes it. Safe for many threads. */
public final class Relator {
    private final Ontology ontology;
    private final Level level;
    private final @Nullable LanguageModel model;
    private final @Nullable Encoder encoder;
    private final Settings settings;

    /**
     * @param model needed at level {@code MODEL}
     * @param encoder needed at level {@code ENCODER}; at level {@code MODEL} it helps to choose what is asked
     */
    public Relator(
            Ontology ontology,
            Level level,
            @Nullable LanguageModel model,
            @Nullable Encoder encoder,
            Settings settings) {
        if ((level == Level.MODEL && model == null) || (level == Level.ENCODER && encoder == null)) {
            throw new IllegalArgumentException("level " + level + " needs its model");
        }
        this.ontology = ontology;
        this.level = level;
        this.model = model;
        this.encoder = encoder;
        this.settings = settings;
    }

    /** @return what tells this code's decisions from those of other versions, levels and models: part of a key */
    public String version() {
        String weights =
                model == null || level != Level.MODEL ? "" : model.profile().id();
        return "relate-1/" + level + "/" + settings + "/" + (encoder != null) + "/" + weights;
    }

    /** @return what the passages of a document share; computed without the model */
    public DocumentContext context(Document document, List<Passage> passages) {
        return new DocumentContext(document, null, List.of(), document.date(), ontology.hashCode() + document.id());
    }

    /** @return what one passage states, and what was turned down */
    public Extraction extract(DocumentContext context, Passage passage) {
        return Extraction.NOTHING;
    }
}
