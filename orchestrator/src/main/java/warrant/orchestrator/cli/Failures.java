package warrant.orchestrator.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns what goes wrong into one sentence and an exit code. */
final class Failures {
    private Failures() {}

    static int usage(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        line.getErr().println("warrant: " + firstLine(failure));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, line.getErr())) {
            line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        }
        return Failure.Who.USER.exitCode();
    }

    static int execution(Exception failure, CommandLine line, boolean verbose) {
        if (verbose) {
            failure.printStackTrace(line.getErr());
        }
        if (failure instanceof Failure known) {
            line.getErr().println("warrant: " + known.getMessage());
            return known.who().exitCode();
        }
        line.getErr()
                .println("warrant: a defect of Warrant: " + firstLine(failure)
                        + " (--verbose shows where; please report it)");
        return Failure.Who.US.exitCode();
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
