package warrant.extraction.read.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import warrant.extraction.read.Heading;
import warrant.extraction.read.page.PageText;

/** The outline of a PDF file (ISO 32000-1, 12.3.3), which readers show beside the pages. */
final class Outlines {
    private static final int MOST = 5_000;
    private static final int DEEPEST = 8;

    private final PDDocument pdf;
    private final IdentityHashMap<COSDictionary, Integer> pages = new IdentityHashMap<>();
    private final List<Heading> headings = new ArrayList<>();

    private Outlines(PDDocument pdf, int last) {
        this.pdf = pdf;
        for (int i = 1; i <= last; i++) {
            pages.put(pdf.getPage(i - 1).getCOSObject(), i);
        }
    }

    /**
     * @param last page that is read, counted from 1
     * @return its entries on these pages, as far as the outline is sound
     */
    static List<Heading> of(PDDocument pdf, int last) {
        PDDocumentOutline outline = pdf.getDocumentCatalog().getDocumentOutline();
        if (outline == null) {
            return List.of();
        }
        Outlines outlines = new Outlines(pdf, last);
        try {
            outlines.add(outline, 0);
        } catch (IOException | RuntimeException broken) { // PDFBox throws unchecked exceptions on broken objects
            return List.copyOf(outlines.headings);
        }
        return List.copyOf(outlines.headings);
    }

    private void add(PDOutlineNode node, int depth) throws IOException {
        for (PDOutlineItem item : node.children()) {
            if (headings.size() >= MOST || depth > DEEPEST) {
                return;
            }
            PDPage page = item.findDestinationPage(pdf);
            Integer number = page == null ? null : pages.get(page.getCOSObject());
            String title = item.getTitle() == null ? "" : PageText.clean(item.getTitle());
            if (number != null && !title.isEmpty()) {
                headings.add(new Heading(String.valueOf(number), title));
            }
            add(item, depth + 1);
        }
    }
}
