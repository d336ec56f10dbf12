package warrant.extraction.read;

/** Reads the files of some formats. */
public interface DocumentReader {
    /**
     * Reads a file.
     *
     * @param name path relative to the documents folder; its ending hints at the format, its bytes decide
     * @throws ReadException saying what is wrong with the file and who must act
     */
    Reading read(String name, byte[] bytes) throws ReadException;
}
