package warrant.orchestrator.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
        },
        subcommands = {
            DemoCommand.class,
            TestCommand.class,
            OwnerCommands.Serve.class,
            OwnerCommands.Stop.class,
            MatterCommands.class,
            IngestCommand.class,
            StatementCommands.class,
            AskCommands.Ask.class,
            AskCommands.Why.class,
            SupposeCommands.WhyNot.class,
            SupposeCommands.WhatIf.class,
            SupposeCommands.Certificate.class,
            RuleCommands.class,
            OntologyCommands.class,
            DataCommands.Export.class,
            DataCommands.Graph.class,
            DataCommands.Erase.class,
            ModelCommands.class,
            EvalCommand.class,
            BenchCommand.class,
        })
public final class Main {
    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "the data folder (default: the user's, ~/.local/share/warrant)")
    private @Nullable Path data;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "print results as JSON")
    private boolean json;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "tell more, stack traces among it")
    private boolean verbose;

    @Option(names = "--offline", scope = ScopeType.INHERIT, description = "fetch nothing from the network")
    private boolean offline;

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
        line.setAllowSubcommandsAsOptionParameters(true); // bench kills --with rules, beside bench rules
        line.setParameterExceptionHandler(Failures::usage);
        line.setExecutionExceptionHandler((failure, at, parsed) -> Failures.execution(failure, at, main.verbose));
        return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    @Nullable Path data() {
        return data;
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    boolean offline() {
        return offline;
    }
}
