package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;

/** Reads Word documents. */
public final class WordReader implements FormatReader {
    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            WordLayout layout = new WordLayout(word);
            layout.body();
            return new Content(
                    MEDIA_TYPE,
                    "poi 5.5.1/1",
                    layout.title(),
                    null,
                    layout.pages(),
                    layout.tables(),
                    List.copyOf(layout.warnings()));
        } catch (IOException | POIXMLException | IllegalArgumentException | IllegalStateException broken) {
            throw Packages.damaged(name, broken);
        }
    }
}
