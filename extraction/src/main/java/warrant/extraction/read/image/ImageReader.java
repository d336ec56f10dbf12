package warrant.extraction.read.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.FormatReader;
import warrant.extraction.read.page.PageText;
import warrant.extraction.read.text.TextReader;
import warrant.graph.Page;

/** Reads pictures of text. */
public final class ImageReader implements FormatReader {
    private final @Nullable Tesseract tesseract;

    /** @param tesseract null where none is installed */
    public ImageReader(@Nullable Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        if (tesseract == null) {
            throw new ReadException(
                    ReadException.Who.UPSTREAM,
                    name + " is an image, and no Tesseract is installed to recognise its text: " + Tesseract.CURE
                            + ".");
        }
        try {
            List<Page> pages = new ArrayList<>();
            for (String part : tesseract.text(bytes, limits.deadline()).split("\f")) {
                PageText page = new PageText(String.valueOf(pages.size() + 1));
                TextReader.lay(part, page);
                pages.add(page.page());
            }
            String reader = "tesseract " + tesseract.languages();
            List<String> warnings = List.of("its text was recognised from an image: check what matters");
            return new Content("image/*", reader, null, null, pages, List.of(), warnings);
        } catch (IOException failed) {
            throw new ReadException(
                    name + " is an image whose text could not be recognised (" + failed.getMessage()
                            + "): have it recognised elsewhere and add that file.",
                    failed);
        }
    }
}
