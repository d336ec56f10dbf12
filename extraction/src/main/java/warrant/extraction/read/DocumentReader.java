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

    /**
     * Reads a file and the files in it: members of an archive, what is attached to a message.
     *
     * @throws ReadException if the file itself cannot be read; of those inside it is told beside the others
     */
    Readings readAll(String name, byte[] bytes) throws ReadException;
}
