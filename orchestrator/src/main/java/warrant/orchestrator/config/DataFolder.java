package warrant.orchestrator.config;

import java.nio.file.Path;

/**
 * Where things lie in a data folder.
 *
 * @param root absolute path
 */
public record DataFolder(Path root) {
    /** Version of the layout of the folder; a folder of another version is refused, never guessed at. */
    public static final int SCHEMA = 1;

    /** @return the file that tells the version of the layout */
    public Path schema() {
        return root.resolve("schema");
    }

    /** @return the file that the owner keeps locked */
    public Path lock() {
        return root.resolve("owner.lock");
    }

    /** @return where the owner says how it is reached; readable by the user only */
    public Path owner() {
        return root.resolve("owner.json");
    }

    public Path ownerLog() {
        return root.resolve("owner.log");
    }

    public Path neo4j() {
        return root.resolve("neo4j");
    }

    /** @return where decisions of the model are remembered; what lies there may be deleted */
    public Path decisions() {
        return root.resolve("decisions");
    }

    /** @return the folder with one folder a matter */
    public Path matters() {
        return root.resolve("matters");
    }

    /** @return where the versions of a matter's rules are kept */
    public Path rules(String matter) {
        return root.resolve("rules").resolve(matter);
    }

    /** @return the record of which matters there are and which is in use */
    public Path register() {
        return root.resolve("matters.json");
    }

    /** @return the record of how fast work went, for estimates; may be deleted */
    public Path rates() {
        return root.resolve("rates.properties");
    }

    public Path audit() {
        return root.resolve("audit.ndjson");
    }
}
