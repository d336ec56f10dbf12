package warrant.extraction.read.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.image.Tesseract;
import warrant.extraction.read.page.PageText;
import warrant.extraction.read.text.TextReader;

/** Recognises the text of pages that are pictures. */
final class Scans {
    private static final float DPI = 250;
    /** A page of A0 at this resolution has more; larger ones are drawn smaller. */
    private static final double MOST_PIXELS = 40e6;

    private final PDDocument pdf;
    private final @Nullable Tesseract tesseract;
    private final Duration limit;
    private final List<Integer> recognised = new ArrayList<>();
    private final List<Integer> failed = new ArrayList<>();

    Scans(PDDocument pdf, @Nullable Tesseract tesseract, Duration limit) {
        this.pdf = pdf;
        this.tesseract = tesseract;
        this.limit = limit;
    }

    /** Adds the text of a page, counted from 1, if it shows a picture and Tesseract is there. */
    void lay(int number, PageText page) {
        PDPage drawn = pdf.getPage(number - 1);
        if (tesseract == null || !hasPicture(drawn)) {
            return;
        }
        try {
            TextReader.lay(tesseract.text(picture(number, drawn), limit), page);
            recognised.add(number);
        } catch (IOException | RuntimeException broken) { // the renderer throws unchecked exceptions on broken images
            failed.add(number);
        }
    }

    private static boolean hasPicture(PDPage page) {
        var resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
        }
        return page.getContentStreams().hasNext();
    }

    private byte[] picture(int number, PDPage page) throws IOException {
        double inches = page.getCropBox().getWidth() / 72 * page.getCropBox().getHeight() / 72;
        float dpi = (float) Math.min(DPI, Math.sqrt(MOST_PIXELS / Math.max(inches, 1)));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(number - 1, dpi, ImageType.GRAY), "png", png);
        return png.toByteArray();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!recognised.isEmpty()) {
            warnings.add("the text of page " + words(recognised) + " was recognised from an image: check what matters");
        }
        if (!failed.isEmpty()) {
            warnings.add("the image on page " + words(failed) + " could not be recognised");
        }
        return warnings;
    }

    private static String words(List<Integer> pages) {
        return String.join(", ", pages.stream().map(String::valueOf).toList());
    }
}
