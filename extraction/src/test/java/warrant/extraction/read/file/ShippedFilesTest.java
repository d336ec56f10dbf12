package warrant.extraction.read.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;
import warrant.extraction.read.image.Tesseract;

/** The two documents of the demo that ask most of a reader. */
class ShippedFilesTest {
    private static final Path SUPPLY = Path.of("../matters/supply");

    @Test
    void every_cell_of_the_spreadsheet_with_the_trend_is_addressed_as_in_its_source() throws Exception {
        List<String> source = Files.readAllLines(SUPPLY.resolve("source/maintenance-results.csv"));

        Table table = new Readers(Settings.DEFAULT, null)
                .read("maintenance-results.xlsx", bytes("maintenance-results.xlsx"))
                .tables()
                .getFirst();

        assertThat(table.header())
                .extracting(Table.Cell::text)
                .containsExactly(source.getFirst().split(","));
        assertThat(table.rows()).hasSize(source.size() - 1);
        for (int r = 1; r < source.size(); r++) {
            String[] expected = source.get(r).split(",");
            for (int c = 0; c < expected.length; c++) {
                Table.Cell cell = table.rows().get(r - 1).get(c);
                assertThat(cell.address()).isEqualTo("ABCD".charAt(c) + String.valueOf(r + 1));
                assertThat(cell.text().replace(".0%", "%").replace("%", " %")).isEqualTo(expected[c]);
            }
        }
    }

    @Test
    void the_scanned_letter_is_refused_without_tesseract_in_a_sentence_that_says_what_to_install() {
        Readers without = new Readers(Settings.DEFAULT, null);

        assertThatThrownBy(() -> without.read("acknowledgement-scan.pdf", bytes("acknowledgement-scan.pdf")))
                .isInstanceOfSatisfying(
                        ReadException.class, no -> assertThat(no.who()).isEqualTo(ReadException.Who.UPSTREAM))
                .hasMessageContaining("install Tesseract (package tesseract-ocr)");
    }

    @Test
    void the_scanned_letter_is_read_where_tesseract_is_installed() throws Exception {
        Tesseract installed = Tesseract.installed();
        assumeTrue(installed != null, "Tesseract is not installed");

        var reading = new Readers(Settings.DEFAULT, installed)
                .read("acknowledgement-scan.pdf", bytes("acknowledgement-scan.pdf"));

        assertThat(reading.document().pages().getFirst().text())
                .contains("The Force Majeure Notice was received on 6 November 2024")
                .contains("Order Form OF-2024-02");
        assertThat(reading.warnings()).anyMatch(w -> w.contains("recognised from an image"));
    }

    private static byte[] bytes(String name) throws Exception {
        return Files.readAllBytes(SUPPLY.resolve("documents").resolve(name));
    }
}
