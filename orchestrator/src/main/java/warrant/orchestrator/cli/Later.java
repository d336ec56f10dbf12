package warrant.orchestrator.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Commands whose names are fixed and whose work this version does not do. */
@Command
final class Later implements Callable<Integer> {
    /** A command to come: its name and what it will do. */
    private record Name(String name, String purpose) {}

    private static final List<Name> NAMES = List.of(
            new Name("audit", "verifies the signed record of everything that was answered"),
            new Name("replay", "computes an answer given earlier again and compares"),
            new Name("train", "trains models on your own reviews"));

    private final Name name;

    @Parameters(hidden = true, arity = "0..*", description = "whatever follows")
    private List<String> rest = List.of();

    private Later(Name name) {
        this.name = name;
    }

    static void addTo(CommandLine line) {
        for (Name name : NAMES) {
            CommandSpec spec = CommandSpec.forAnnotatedObject(new Later(name));
            spec.usageMessage().description(name.purpose() + " (not in this version)");
            line.addSubcommand(name.name(), new CommandLine(spec).setUnmatchedOptionsArePositionalParams(true));
        }
    }

    @Override
    public Integer call() {
        throw new Failure(
                Failure.Who.VERSION,
                "'" + name.name() + "' " + name.purpose() + "; this version does not do it yet" + of(rest));
    }

    private static String of(List<String> rest) {
        return rest.isEmpty() ? "." : " (" + String.join(" ", rest) + ").";
    }
}
