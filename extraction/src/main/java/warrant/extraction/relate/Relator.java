package warrant.extraction.relate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.graph.Document;
import warrant.graph.Ontology;
import warrant.graph.Passage;
import warrant.llm.Encoder;
import warrant.llm.LanguageModel;

/** Finds what passages state. Same arguments, same extraction: no other passage changes it. Safe for many threads. */
public final class Relator {
    /** Grows with every change of this package that can change an extraction. */
    private static final String VERSION = "relate-12";

    private final Level level;
    private final Settings settings;
    private final Naming naming;
    private final Arguments finder;
    private final Proposer proposer;
    private final Judge judge;
    private final Choosing choosing;
    private final Typing typing;
    private final @Nullable Listed listed;

    /**
     * @param model needed at level {@code MODEL}
     * @param encoder needed at level {@code ENCODER}
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
        Kinds kinds = new Kinds(ontology);
        this.level = level;
        this.settings = settings;
        this.naming = new Naming(
                ontology,
                kinds,
                encoder == null || level == Level.RULES ? null : new TitleMeanings(encoder, ontology, kinds));
        this.finder = new Arguments(kinds);
        this.listed = level == Level.MODEL && model != null && encoder != null && Demonstrations.plenty(ontology)
                ? new Listed(new Listing(model, new Demonstrations(encoder, ontology), ontology))
                : null;
        Nearness nearness =
                encoder == null || level == Level.RULES || listed != null ? null : new Nearness(encoder, ontology);
        this.proposer = new Proposer(ontology, kinds, new Lexicon(ontology), nearness);
        this.typing = new Typing(ontology, kinds);
        this.choosing = new Choosing(ontology, settings.accept());
        this.judge = judge(level, model, encoder, settings);
    }

    private static Judge judge(
            Level level, @Nullable LanguageModel model, @Nullable Encoder encoder, Settings settings) {
        if (level == Level.MODEL && model != null) {
            return new ModelJudge(model, settings.questions());
        }
        return level == Level.ENCODER && encoder != null ? new EncoderJudge() : new RulesJudge();
    }

    /** @return what tells this code's decisions from those of other versions, levels and models: part of a key */
    public String version() {
        return VERSION + "/" + level + "/" + settings + "/" + judge.profile();
    }

    /** @return what the passages of a document share; computed without the model */
    public DocumentContext context(Document document, List<Passage> passages) {
        return naming.context(document, passages);
    }

    /** @return what one passage states, and what was turned down */
    public Extraction extract(DocumentContext context, Passage passage) {
        List<Argument> arguments = finder.in(context, passage);
        if (listed != null) {
            return new Extraction(
                    new Findings(context, passage, arguments, typing, judge.method(), judge.profile())
                            .of(listed.in(passage, arguments)),
                    List.of());
        }
        List<Proposal> proposals = proposer.propose(context, passage, arguments);
        List<Verdict> verdicts = judge.judge(context, passage, proposals);
        Choosing.Choice choice = choosing.choose(verdicts, passage);
        List<Finding> findings =
                new Findings(context, passage, arguments, typing, judge.method(), judge.profile()).of(choice.kept());
        return new Extraction(findings, choice.rejections());
    }
}
