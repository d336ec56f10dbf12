package warrant.extraction.read;

import java.util.List;

/**
 * What was read from a file and from the files in it.
 *
 * @param documents the file itself first, if it holds text
 * @param refused files inside it that could not be read
 */
public record Readings(List<Reading> documents, List<Refused> refused) {
    public Readings {
        documents = List.copyOf(documents);
        refused = List.copyOf(refused);
    }

    /**
     * A file inside a file that could not be read.
     *
     * @param name path of the outer file, then {@code /} and the name inside
     * @param who must act
     * @param why what is wrong
     */
    public record Refused(String name, ReadException.Who who, String why) {}
}
