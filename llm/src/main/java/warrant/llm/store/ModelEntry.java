package warrant.llm.store;

import java.util.List;

/**
 * A model that Warrant knows. The hash is its identity; the sources are interchangeable ways to its bytes.
 *
 * @param name what a user calls it
 * @param file name of the file in the cache
 * @param sha256 of the file, in hexadecimal
 * @param bytes size of the file
 * @param memory bytes of memory it takes in the widest precision that Warrant loads it in
 */
public record ModelEntry(
        String name,
        String file,
        String sha256,
        long bytes,
        long memory,
        String licence,
        String what,
        List<Source> sources) {
    public ModelEntry {
        sources = List.copyOf(sources);
    }
}
