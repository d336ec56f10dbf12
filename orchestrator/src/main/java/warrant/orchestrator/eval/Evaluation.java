package warrant.orchestrator.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Table;
import warrant.extraction.read.file.Readers;
import warrant.extraction.relate.Level;
import warrant.graph.Document;
import warrant.graph.Triple;
import warrant.graph.rdf.Expected;
import warrant.graph.rdf.ExpectedFile;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.desk.Checking;
import warrant.orchestrator.desk.Desk;
import warrant.orchestrator.ground.Backing;
import warrant.orchestrator.matter.MatterException;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.MatterQuestion;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.matter.QuestionsYaml;
import warrant.orchestrator.owner.Job;
import warrant.orchestrator.view.AnswerText;
import warrant.orchestrator.view.IngestView;
import warrant.rules.Proof;

/** Runs the whole job on a matter and scores it. */
public final class Evaluation {
    private final Desk desk;
    private final OpenMatter matter;
    private final Job job;
    private int proofs;
    private int accepted;
    private final List<String> rejected = new ArrayList<>();

    public Evaluation(Desk desk, OpenMatter matter, Job job) {
        this.desk = desk;
        this.matter = matter;
        this.job = job;
    }

    /**
     * @param limit most questions that are asked; 0: all
     * @param given whether questions are answered from what {@code expected.ttl} says instead of what was read; what
     *     they cite is then not compared
     * @param statementsOnly whether none is asked
     */
    public EvaluationReport run(Level level, int limit, boolean given, boolean statementsOnly) {
        MatterFolder folder = matter.folder();
        IngestView ingest = desk.ingest(matter, level, job);
        job.stage("score");
        Optional<StatementScore.Result> statements = folder.expected().map(file -> statements(file, given));
        job.stage("ask");
        List<MatterQuestion> questions = statementsOnly
                ? List.of()
                : folder.questions().map(QuestionsYaml::read).orElseGet(List::of);
        List<MatterQuestion> asked = limit == 0 ? questions : questions.subList(0, Math.min(limit, questions.size()));
        List<EvaluationReport.QuestionResult> results = new ArrayList<>();
        for (MatterQuestion question : asked) {
            results.add(ask(question, given));
            job.count("questions", results.size(), asked.size());
        }
        job.stage("");
        return new EvaluationReport(
                folder.name(),
                level.name().toLowerCase(java.util.Locale.ROOT),
                ingest,
                statements.orElse(null),
                results,
                new EvaluationReport.Proofs(proofs, accepted, rejected),
                job.stages(),
                Memory.peakMebibytes());
    }

    private StatementScore.Result statements(Path file, boolean given) {
        try {
            Expected expected = ExpectedFile.read(
                    file.getFileName().toString(),
                    Files.readString(file, StandardCharsets.UTF_8),
                    MatterRules.read(matter.folder()).ontology());
            Instant now = matter.clock().instant();
            StatementScore score = StatementScore.of(expected, matter.store().statements(now), new Rows(tables()));
            if (given) {
                new Given(expected, matter.store(), now).replace(score);
            }
            return score.result();
        } catch (IOException e) {
            throw new MatterException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private List<Table> tables() throws IOException {
        Readers readers =
                new Readers(matter.folder().reading().settings(matter.folder().passwords()));
        List<Table> tables = new ArrayList<>();
        for (Path file : matter.folder().documents()) {
            try {
                readers.readAll(matter.folder().nameOf(file), Files.readAllBytes(file))
                        .documents()
                        .forEach(reading -> tables.addAll(reading.tables()));
            } catch (ReadException e) {
                job.line(matter.folder().nameOf(file) + ": " + e.getMessage());
            }
        }
        return tables;
    }

    private EvaluationReport.QuestionResult ask(MatterQuestion question, boolean given) {
        List<String> wordings = new ArrayList<>(List.of(question.question()));
        wordings.addAll(question.paraphrases());
        List<EvaluationReport.WordingResult> results = new ArrayList<>();
        for (String wording : wordings) {
            results.add(ask(question, wording, given));
        }
        boolean right = results.stream().allMatch(result -> result.mark().equals("right"));
        boolean wrong = results.stream().anyMatch(result -> result.mark().equals("wrong"));
        return new EvaluationReport.QuestionResult(
                question.question(), right ? "right" : wrong ? "wrong" : "abstained", results);
    }

    private EvaluationReport.WordingResult ask(MatterQuestion question, String wording, boolean given) {
        Desk.Asking asking = desk.answer(matter, wording, question.asOf(), known(question.knownOn()));
        Function<Triple, Optional<Proof>> prove = asking.knowledge().deduction()::proof;
        AnswerScore.Score score = new AnswerScore(this::documentName, prove)
                .of(asking.answer(), given ? question.expected().withoutCites() : question.expected());
        for (Proof proof : Backing.of(asking.answer(), prove).proofs()) {
            if (proof instanceof Proof.Step) {
                proofs++;
                String verdict = Checking.of(proof, asking.knowledge());
                accepted += verdict.equals("accepted") ? 1 : 0;
                if (!verdict.equals("accepted")) {
                    rejected.add(wording + ": " + verdict);
                }
            }
        }
        return new EvaluationReport.WordingResult(
                wording,
                score.mark().name().toLowerCase(java.util.Locale.ROOT),
                score.complaints(),
                AnswerText.of(asking.view()));
    }

    private String documentName(String id) {
        return matter.store().document(id).map(Document::name).orElse(id);
    }

    private static @Nullable Instant known(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }
}
