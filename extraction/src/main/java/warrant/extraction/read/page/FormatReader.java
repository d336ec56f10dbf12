package warrant.extraction.read.page;

import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;

/** Reads one format. */
public interface FormatReader {
    /**
     * @param name of the file, for messages
     * @throws ReadException saying what is wrong with the file and who must act
     */
    Content read(String name, byte[] bytes, Settings limits) throws ReadException;
}
