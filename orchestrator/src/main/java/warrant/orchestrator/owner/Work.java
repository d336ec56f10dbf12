package warrant.orchestrator.owner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.graph.Triple;
import warrant.orchestrator.Ingest;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.Progress;
import warrant.orchestrator.review.Stating.Sought;
import warrant.orchestrator.view.AnswerView;
import warrant.orchestrator.view.IngestView;
import warrant.orchestrator.view.WhatIfView;
import warrant.orchestrator.view.WhyNotView;
import warrant.orchestrator.view.WhyView;

/** What can be done with an open matter. Safe for many threads. */
public interface Work {
    /** Brings what is believed in line with the files of the folder. */
    IngestView ingest(OpenMatter matter, Level level, Progress progress);

    /** Finds out what an ingestion would have to do; changes nothing. */
    Ingest.Plan plan(OpenMatter matter, Level level, Progress progress);

    /**
     * @param asOf the day it is about; null: the matter's, else today
     * @param known the moment whose knowledge answers it; null: now
     */
    AnswerView ask(OpenMatter matter, String question, @Nullable LocalDate asOf, @Nullable Instant known);

    /** Why a triple holds, or does not. */
    WhyView why(OpenMatter matter, Triple triple, @Nullable LocalDate asOf, @Nullable Instant known);

    /** What a triple, or any value of a relation, lacks to hold. */
    WhyNotView whyNot(OpenMatter matter, Sought sought, @Nullable LocalDate asOf, @Nullable Instant known);

    /**
     * @return the certificate that something holds, or that it does not, as JSON
     * @throws IllegalArgumentException saying why there is none
     */
    String certificate(OpenMatter matter, Sought sought, @Nullable LocalDate asOf, @Nullable Instant known);

    /** What would follow if something were otherwise; nothing is changed. */
    WhatIfView whatIf(OpenMatter matter, Supposal supposal, @Nullable LocalDate asOf);

    /** @return what holds or was beaten, in words, each with its triple */
    List<Conclusion> conclusions(OpenMatter matter, @Nullable LocalDate asOf, @Nullable Instant known);

    /** @return what is said of the documents and the statements, in the words of the matter */
    Speech speech(OpenMatter matter);

    /** Something that holds, or was beaten; derived: whether rules conclude it. */
    record Conclusion(Triple triple, String says, boolean derived) {}

    /** Says triples in words. */
    interface Speech {
        String of(Triple triple);
    }
}
