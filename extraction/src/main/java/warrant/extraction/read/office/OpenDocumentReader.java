package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;

/** Reads texts, sheets and presentations of OpenDocument (ISO/IEC 26300). */
public final class OpenDocumentReader implements FormatReader {
    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    XMLStreamReader xml = SafeXml.factory().createXMLStreamReader(zip);
                    OpenDocumentLayout layout = new OpenDocumentLayout(xml, limits);
                    layout.lay();
                    return new Content(
                            "application/vnd.oasis.opendocument",
                            "odf 1",
                            layout.title(),
                            null,
                            layout.pages(),
                            layout.tables(),
                            layout.warnings());
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException broken) { // a truncated package, or broken XML
            throw Packages.damaged(name, broken);
        }
        throw Packages.damaged(name, new IOException("it has no content.xml, perhaps because it is encrypted"));
    }
}
