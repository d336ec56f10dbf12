package warrant.graph.neo4j.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to run a server.
 *
 * @param folder where its data, its log, its password and its lock lie; made if missing; one server per folder
 * @param cache where the list of its jars is kept, for all folders of a user
 * @param java the command {@code java}, of version 21 or later
 * @param maven the command that runs Maven: {@code mvn}, or the path of a wrapper
 * @param offline whether Maven must not use the network
 * @param heapMegabytes most heap of the server
 * @param pageCacheMegabytes memory for the pages of its files, beside the heap
 * @param patience how long a start may take
 */
public record ServerSettings(
        Path folder,
        Path cache,
        Path java,
        List<String> maven,
        boolean offline,
        int heapMegabytes,
        int pageCacheMegabytes,
        Duration patience) {

    public ServerSettings {
        folder = folder.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        maven = List.copyOf(maven);
    }

    /** The usual settings: the Java that runs this, {@code mvn} of the path, 512 MB heap, 256 MB page cache. */
    public static ServerSettings of(Path folder, Path cache, boolean offline) {
        Path java = Path.of(ProcessHandle.current().info().command().orElse("java"));
        return new ServerSettings(folder, cache, java, List.of("mvn"), offline, 512, 256, Duration.ofMinutes(2));
    }
}
