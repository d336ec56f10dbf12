package warrant.orchestrator.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.graph.Triple;
import warrant.orchestrator.Ask;
import warrant.orchestrator.Ingest;
import warrant.orchestrator.IngestState;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.Progress;
import warrant.orchestrator.desk.Knowing.Known;
import warrant.orchestrator.ground.Answer;
import warrant.orchestrator.ground.Asked;
import warrant.orchestrator.owner.Supposal;
import warrant.orchestrator.owner.Work;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.orchestrator.retrieve.RelationRanker;
import warrant.orchestrator.review.Stating.Sought;
import warrant.orchestrator.view.AnswerView;
import warrant.orchestrator.view.IngestView;
import warrant.orchestrator.view.WhatIfView;
import warrant.orchestrator.view.WhyNotView;
import warrant.orchestrator.view.WhyView;

/** Does the work on open matters with the parts of this version. */
public final class Desk implements Work {
    private final Knowing knowing = new Knowing();

    @Override
    public IngestView ingest(OpenMatter matter, Level level, Progress progress) {
        return Intake.run(matter, level, progress);
    }

    @Override
    public Ingest.Plan plan(OpenMatter matter, Level level, Progress progress) {
        return Intake.plan(matter, level, progress);
    }

    /** An answer with what is needed to score it. */
    public record Asking(Answer answer, AnswerView view, Knowledge knowledge) {}

    /** As {@link #ask}, with the answer as the stages made it. */
    public Asking answer(OpenMatter matter, String question, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        Instant moment = knownOn == null ? matter.clock().instant() : knownOn;
        Asked asked = new Asked(question, day(matter, asOf), moment);
        Known known = knowing.of(matter, asked.asOf(), knownOn);
        List<String> notes = new ArrayList<>();
        if (!IngestState.complete(matter.store())) {
            notes.add("Ingestion is not complete; what is still to be read may change this answer.");
        }
        Instant since = known.since();
        if (since != null) {
            notes.add("Answered under the rules as they were recorded on " + since + "; others are known now.");
        }
        Engines.remark(matter.settings().engine(), known.knowledge().deduction())
                .ifPresent(notes::add);
        RelationRanker ranker = new RelationRanker(matter.meanings());
        Answer answer = new Ask(ranker, matter.model().get()).ask(asked, known.knowledge(), notes);
        return new Asking(answer, new Showing(known).of(answer), known.knowledge());
    }

    @Override
    public AnswerView ask(OpenMatter matter, String question, @Nullable LocalDate asOf, @Nullable Instant knownOn) {
        return answer(matter, question, asOf, knownOn).view();
    }

    @Override
    public WhyView why(OpenMatter matter, Triple triple, @Nullable LocalDate asOf, @Nullable Instant known) {
        return new Showing(knowing.of(matter, day(matter, asOf), known)).why(triple);
    }

    @Override
    public WhyNotView whyNot(OpenMatter matter, Sought sought, @Nullable LocalDate asOf, @Nullable Instant known) {
        return new Supposing(matter, knowing.of(matter, day(matter, asOf), known)).whyNot(sought);
    }

    @Override
    public String certificate(OpenMatter matter, Sought sought, @Nullable LocalDate asOf, @Nullable Instant known) {
        return new Supposing(matter, knowing.of(matter, day(matter, asOf), known)).certificate(sought);
    }

    @Override
    public WhatIfView whatIf(OpenMatter matter, Supposal supposal, @Nullable LocalDate asOf) {
        return new Supposing(matter, knowing.of(matter, day(matter, asOf), null)).whatIf(supposal);
    }

    @Override
    public List<Conclusion> conclusions(OpenMatter matter, @Nullable LocalDate asOf, @Nullable Instant known) {
        Knowledge knowledge = knowing.of(matter, day(matter, asOf), known).knowledge();
        Set<Triple> all = new TreeSet<>(Comparator.comparing(Triple::toString));
        all.addAll(knowledge.deduction().triples());
        knowledge.deduction().defeats().forEach(defeat -> all.add(defeat.loser().conclusion()));
        return all.stream()
                .map(triple -> new Conclusion(
                        triple,
                        knowledge.wording().of(triple),
                        knowledge.deduction().derived().contains(triple)))
                .toList();
    }

    @Override
    public Speech speech(OpenMatter matter) {
        return knowing.of(matter, day(matter, null), null).knowledge().wording()::of;
    }

    private static LocalDate day(OpenMatter matter, @Nullable LocalDate asOf) {
        if (asOf != null) {
            return asOf;
        }
        LocalDate usual = matter.folder().asOf();
        return usual == null ? LocalDate.ofInstant(matter.clock().instant(), ZoneOffset.UTC) : usual;
    }
}
