package warrant.orchestrator.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.file.Readers;
import warrant.graph.Document;
import warrant.orchestrator.desk.Engines;
import warrant.orchestrator.matter.MatterException;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.MatterRules;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.language.Problem;
import warrant.rules.language.RuleTest;
import warrant.rules.language.RuleTests;
import warrant.rules.language.SourceText;
import warrant.rules.language.trial.Outcome;
import warrant.rules.language.trial.Trial;

/** Runs the tests of rules, and reads the documents that rules cite. */
final class RuleTrials {
    private RuleTrials() {}

    static RulesResource.Tested run(MatterFolder folder, MatterRules rules, String engine, Clock clock) {
        RuleBase base = rules.ruleBase();
        List<SourceText> files = folder.ruleTests().stream()
                .map(file -> MatterRules.source(folder, file))
                .toList();
        RuleTests.Read read = RuleTests.read(files, base, rules.ontology(), MatterRules.settings(folder));
        List<String> failures =
                new ArrayList<>(read.problems().stream().map(Problem::text).toList());
        LocalDate usual = folder.asOf();
        LocalDate day = usual == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : usual;
        Trial trial = new Trial(Engines.of(engine), base, day, Limits.GENEROUS);
        int expectations = 0;
        for (RuleTest test : read.tests()) {
            for (Outcome outcome : trial.run(test)) {
                expectations++;
                if (!outcome.passed()) {
                    failures.add(outcome.text());
                }
            }
        }
        return new RulesResource.Tested(read.tests().size(), expectations, failures.size(), failures);
    }

    /** @return the documents of the folder that can be read */
    static List<Document> documents(MatterFolder folder) {
        Readers readers = new Readers(folder.reading().settings(folder.passwords()));
        List<Document> documents = new ArrayList<>();
        for (Path file : folder.documents()) {
            try {
                readers.readAll(folder.nameOf(file), Files.readAllBytes(file))
                        .documents()
                        .forEach(reading -> documents.add(reading.document()));
            } catch (ReadException e) {
                // Ingestion reports what cannot be read; here, what cites it is reported as missing.
            } catch (IOException e) {
                throw new MatterException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return documents;
    }
}
