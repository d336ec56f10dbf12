package warrant.extraction.read.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;

class PdfTablesTest {

    /** Words at a place on the page. */
    private record Put(float x, float y, String words) {}

    @Test
    void rows_that_line_up_are_a_table_even_if_a_cell_has_several_lines() throws Exception {
        Reading reading = read(List.of(
                new Put(72, 760, "Collateral"),
                new Put(72, 730, "Thing"),
                new Put(200, 730, "Loan"),
                new Put(260, 730, "Value"),
                new Put(72, 710, "Warehouse Dock 4,"),
                new Put(72, 697, "with its crane"),
                new Put(200, 710, "L-001"),
                new Put(260, 710, "EUR 900,000"),
                new Put(72, 677, "MV Aurora"),
                new Put(200, 677, "L-002"),
                new Put(260, 677, "EUR 5"),
                new Put(72, 640, "All values are estimates made in March.")));

        assertThat(reading.tables()).hasSize(1);
        Table table = reading.tables().getFirst();
        assertThat(table.caption()).isEqualTo("Collateral");
        assertThat(table.header()).extracting(Table.Cell::text).containsExactly("Thing", "Loan", "Value");
        assertThat(table.rows())
                .extracting(row -> row.stream().map(Table.Cell::text).toList())
                .containsExactly(
                        List.of("Warehouse Dock 4, with its crane", "L-001", "EUR 900,000"),
                        List.of("MV Aurora", "L-002", "EUR 5"));
        assertThat(reading.document().pages().getFirst().text()).endsWith("All values are estimates made in March.");
    }

    @Test
    void clauses_set_off_from_their_numbers_are_no_table() throws Exception {
        Reading reading = read(List.of(
                new Put(72, 760, "9.1"),
                new Put(110, 760, "The Customer pays on time."),
                new Put(72, 740, "9.2"),
                new Put(110, 740, "The Supplier delivers on time."),
                new Put(72, 720, "9.3"),
                new Put(110, 720, "Both keep silent."),
                new Put(72, 700, "9.4"),
                new Put(110, 700, "Nobody complains.")));

        assertThat(reading.tables()).isEmpty();
        assertThat(reading.document().pages().getFirst().text().lines().filter(line -> !line.isBlank()))
                .first()
                .isEqualTo("9.1 The Customer pays on time.");
    }

    private static Reading read(List<Put> words) throws Exception {
        return new Readers(Settings.DEFAULT).read("t.pdf", pdf(words));
    }

    private static byte[] pdf(List<Put> words) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                for (Put put : words) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                    content.newLineAtOffset(put.x(), put.y());
                    content.showText(put.words());
                    content.endText();
                }
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
