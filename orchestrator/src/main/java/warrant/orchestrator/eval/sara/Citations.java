package warrant.orchestrator.eval.sara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import warrant.extraction.read.DocumentReader;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.file.Readers;
import warrant.graph.Document;
import warrant.orchestrator.eval.suite.SuiteException;
import warrant.rules.RuleBase;
import warrant.rules.language.Problem;
import warrant.rules.language.cite.CitationCheck;

/**
 * Whether the words that the rules cite stand in the statutes of the data set, under the clauses named.
 *
 * @param found how many
 * @param missing what was not found, one sentence each
 */
record Citations(int found, List<String> missing) {
    private static final DocumentReader READER = new Readers(Settings.DEFAULT);

    Citations {
        missing = List.copyOf(missing);
    }

    static Citations check(RuleBase rules, Path folder) {
        if (!Files.isDirectory(folder.resolve("statutes"))) {
            return new Citations(0, List.of("no folder statutes in " + folder + ": citations were not looked up"));
        }
        CitationCheck.Result result = CitationCheck.check(rules, documents(folder.resolve("statutes")));
        return new Citations(
                result.found().size(),
                result.problems().stream().map(Problem::text).toList());
    }

    private static List<Document> documents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Document> documents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                documents.add(READER.read(file.getFileName().toString(), Files.readAllBytes(file))
                        .document());
            }
            return documents;
        } catch (IOException | ReadException e) {
            throw new SuiteException("cannot read the statutes in " + folder + ": " + e.getMessage(), e);
        }
    }
}
