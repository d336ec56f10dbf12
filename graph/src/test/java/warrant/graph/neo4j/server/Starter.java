package warrant.graph.neo4j.server;

import java.nio.file.Path;

/** A Warrant of its own that starts a server and then waits to be killed. */
final class Starter {
    private Starter() {}

    public static void main(String[] arguments) throws InterruptedException {
        ManagedNeo4j.start(TestNeo4j.settings(Path.of(arguments[0])), line -> {});
        Thread.currentThread().join();
    }
}
