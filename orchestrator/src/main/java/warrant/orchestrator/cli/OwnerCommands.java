package warrant.orchestrator.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import warrant.orchestrator.config.Settings;

/** The owner itself. */
final class OwnerCommands {
    private OwnerCommands() {}

    /** Runs it in the foreground. */
    @Command(name = "serve", description = "runs the owner of the data folder, with its REST interface, until Ctrl-C")
    static final class Serve implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            Settings settings = shell.settings();
            Optional<OwnerClient> running = OwnerProcess.find(settings);
            if (running.isPresent()) {
                throw new Failure(
                        Failure.Who.USER,
                        settings.data() + " is owned already, by process "
                                + running.get().file().pid() + " at "
                                + running.get().file().base() + "; end it with: warrant stop");
            }
            shell.progress("warrant: serving " + settings.data() + "; address and token are in "
                    + settings.data().resolve("owner.json"));
            return OwnerProcess.serve(settings);
        }
    }

    /** Ends it. */
    @Command(name = "stop", description = "ends the owner of the data folder and the Neo4j that it started")
    static final class Stop implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            Settings settings = shell.settings();
            Optional<OwnerClient> running = OwnerProcess.find(settings);
            if (running.isEmpty()) {
                shell.print("Nobody owns " + settings.data() + ".");
                return 0;
            }
            OwnerProcess.stop(settings, running.get());
            shell.print("Ended the owner of " + settings.data() + ".");
            return 0;
        }
    }
}
