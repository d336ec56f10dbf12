package warrant.orchestrator.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Optional;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.owner.FolderLock;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerFile;

/** The owner's process. Takes the folder before anything else starts; ends with code 11 if another has it. */
@QuarkusMain
public final class OwnerMain {
    /** Exit code when another process owns the folder. */
    public static final int OWNED = 11;

    private OwnerMain() {}

    public static void main(String[] arguments) throws IOException {
        Settings settings;
        Optional<FolderLock> lock;
        try {
            settings = Settings.from(System.getenv());
            lock = FolderLock.take(new DataFolder(settings.data()));
        } catch (OwnerException | IllegalArgumentException e) {
            org.jboss.logging.Logger.getLogger(OwnerMain.class).error(e.getMessage());
            System.exit(2);
            return;
        }
        if (lock.isEmpty()) {
            System.exit(OWNED);
        }
        int port = settings.port() == 0 ? freePort() : settings.port();
        System.setProperty("quarkus.http.host", settings.listen());
        System.setProperty("quarkus.http.port", Integer.toString(port));
        Quarkus.run(Running.class, arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Tells how it is reached once it is, and takes that back at the end. */
    public static final class Running implements QuarkusApplication {
        private final Wiring wiring;

        @Inject
        public Running(Wiring wiring) {
            this.wiring = wiring;
        }

        @Override
        public int run(String... arguments) throws Exception {
            DataFolder folder = new DataFolder(wiring.settings().data());
            OwnerFile file = new OwnerFile(
                    ProcessHandle.current().pid(),
                    wiring.settings().listen(),
                    Integer.parseInt(System.getProperty("quarkus.http.port")),
                    wiring.token(),
                    System.getProperty("warrant.build", ""));
            file.write(folder.owner());
            Thread.ofVirtual().start(wiring.idleWatch(Quarkus::asyncExit));
            Quarkus.waitForExit();
            Files.deleteIfExists(folder.owner());
            return 0;
        }
    }
}
