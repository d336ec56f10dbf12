package warrant.orchestrator.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code warrant}. */
@Command(
        name = "warrant",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "warrant 0.1.0",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Answers questions about a body of documents, and shows for every sentence the quotation or the"
                + " chain of rules that it rests on.",
        footer = {
            "",
            "Begin with: warrant demo",
            "Exit codes: 0 done, 1 done and the result is negative, 2 you must act, 3 a server, the disk or the"
                    + " network failed, 4 a limit was hit, 5 not in this version, 70 a defect of Warrant."
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(
                arguments,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** @return the exit code */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        Main main = new Main();
        CommandLine line = new CommandLine(main).setOut(out).setErr(err);
        Later.addTo(line);
        line.setParameterExceptionHandler(Failures::usage);
        line.setExecutionExceptionHandler(Failures::execution);
        return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }
}
