package warrant.extraction.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.Files;
import warrant.extraction.read.Heading;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.file.Readers;
import warrant.graph.Passage;

class ListedHeadingsTest {
    private static final List<List<String>> PAGES = List.of(List.of(
            "Terms of storage",
            "",
            "goods, where they lie, and for how long.",
            "",
            "The goods lie in the hall at the river until the owner fetches them or has them fetched.",
            "",
            "The owner pays two euros a day for each pallet that lies in the hall at the river."));

    @Test
    void a_line_that_the_outline_of_a_pdf_lists_heads_what_follows_though_it_does_not_look_like_it() throws Exception {
        String listed = "Goods, where they lie,  and for how long.";

        assertThat(paths(Files.pdf(PAGES, ""))).noneMatch(path -> path.contains("where they lie"));
        assertThat(paths(outlined(listed, "Of money"))).contains("goods, where they lie, and for how long.");
    }

    @Test
    void an_outline_that_names_no_line_of_the_page_changes_nothing() throws Exception {
        assertThat(paths(outlined("Something else", "More"))).isEqualTo(paths(Files.pdf(PAGES, "")));
    }

    @Test
    void headings_are_told_with_their_pages() throws Exception {
        Reading reading = new Readers(Settings.DEFAULT).read("terms.pdf", outlined("Goods", "Of money"));

        assertThat(reading.headings()).containsExactly(new Heading("1", "Goods"), new Heading("1", "Of money"));
    }

    private static List<String> paths(byte[] pdf) throws Exception {
        Reading reading = new Readers(Settings.DEFAULT).read("terms.pdf", pdf);
        return new Splitter().split(reading).stream().map(Passage::path).toList();
    }

    /** The second title is listed below the first one. */
    private static byte[] outlined(String first, String second) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Files.pdf(PAGES, ""));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem upper = item(pdf, first);
            upper.addLast(item(pdf, second));
            outline.addLast(upper);
            pdf.getDocumentCatalog().setDocumentOutline(outline);
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static PDOutlineItem item(PDDocument pdf, String title) {
        PDPageFitDestination place = new PDPageFitDestination();
        place.setPage(pdf.getPage(0));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(place);
        return item;
    }
}
