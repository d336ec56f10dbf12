package warrant.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warrant.rules.language.Problem;
import warrant.rules.language.RuleFormat;
import warrant.rules.language.SourceText;

/** Lays rule files out, in this process: nothing but the files is needed. */
@Command(
        name = "fmt",
        description = "lays out rule files and their tests: a header or condition a line; comments stay where they are")
final class RuleFormatting implements Callable<Integer> {
    private static final String TESTS = ".tests";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files, or folders with *.rules and *.tests")
    private List<Path> paths = List.of();

    @Option(names = "--check", description = "changes nothing; exit code 1 where something would change")
    private boolean check;

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        int changed = 0;
        int unreadable = 0;
        List<Path> files = files();
        for (Path file : files) {
            String text = TextFiles.read(file);
            SourceText source = new SourceText(file.toString(), text);
            RuleFormat.Formatted formatted =
                    RuleFormat.of(source, file.toString().endsWith(TESTS));
            formatted.problems().stream().map(Problem::text).forEach(shell::print);
            unreadable += formatted.problems().isEmpty() ? 0 : 1;
            if (!formatted.text().equals(text)) {
                changed++;
                shell.print((check ? "would change " : "changed ") + file);
                if (!check) {
                    TextFiles.write(file, formatted.text());
                }
            }
        }
        shell.print(files.size() + " files, " + changed + (check ? " would change" : " changed"));
        return unreadable > 0 || (check && changed > 0) ? 1 : 0;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                files.add(path);
            } else if (Files.isDirectory(path)) {
                files.addAll(inside(path));
            } else {
                throw new Failure(Failure.Who.USER, "there is no file or folder " + path);
            }
        }
        return files;
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".rules")
                            || file.toString().endsWith(TESTS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot read the folder " + folder + ": " + e.getMessage());
        }
    }
}
