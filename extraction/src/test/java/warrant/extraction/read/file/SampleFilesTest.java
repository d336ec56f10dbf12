package warrant.extraction.read.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.PageText;

/** The public sample files, where they lie beside the project. */
class SampleFilesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("data.sets", "../../shared/data"), "pdf-samples");
    private final Readers readers = new Readers(Settings.DEFAULT, null);

    @Test
    void every_cell_of_the_sample_workbook_stands_in_its_row_and_column() throws Exception {
        Path file = SAMPLES.resolve("xlsx/RandomNames.xlsx");
        assumeTrue(Files.exists(file), "the sample files are not here");
        byte[] bytes = Files.readAllBytes(file);
        Map<String, String[]> lines = new HashMap<>();
        readers.read("names.xlsx", bytes)
                .document()
                .pages()
                .forEach(page -> lines.put(page.label(), page.text().split("\n", -1)));

        int cells = 0;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            DataFormatter formatter = new DataFormatter(java.util.Locale.US);
            for (var sheet : book) {
                for (var row : sheet) {
                    for (var cell : row) {
                        String text = PageText.clean(formatter.formatCellValue(cell));
                        boolean read = cell.getRowIndex() < Settings.DEFAULT.rows();
                        if (read && !text.isEmpty()) {
                            String line = lines.getOrDefault(sheet.getSheetName(), new String[0])[cell.getRowIndex()];
                            assertThat(line.split("\t", -1)[cell.getColumnIndex()])
                                    .as(sheet.getSheetName() + "!" + new CellAddress(cell))
                                    .isEqualTo(text);
                            cells++;
                        }
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(100);
    }

    @Test
    void pdf_files_have_98_of_100_characters_that_pdftotext_finds() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "the sample files are not here");
        assumeTrue(isInstalled(), "pdftotext is not installed");
        long all = 0;
        long both = 0;
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                Map<Integer, Integer> theirs = characters(theirs(file));
                Map<Integer, Integer> ours = characters(ours(file));
                if (!ours.isEmpty()) {
                    all += theirs.values().stream().mapToInt(n -> n).sum();
                    both += theirs.entrySet().stream()
                            .mapToInt(e -> Math.min(e.getValue(), ours.getOrDefault(e.getKey(), 0)))
                            .sum();
                }
            }
        }

        assertThat(both / (double) all).isGreaterThanOrEqualTo(0.98);
    }

    private String ours(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            Reading reading = readers.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            reading.document().pages().forEach(page -> text.append(page.text()).append('\n'));
        } catch (ReadException refused) {
            assertThat(String.valueOf(refused.getMessage())).hasSizeGreaterThan(40);
        }
        return text.toString();
    }

    private static String theirs(Path file) throws IOException {
        Process process = new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("pdftotext", "-v").start().waitFor() == 0;
        } catch (IOException | InterruptedException missing) {
            return false;
        }
    }

    /** Normalised, without blanks and without hyphens, which one keeps at the end of a line and the other not. */
    private static Map<Integer, Integer> characters(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point) && point != '-' && point != '\u2010')
                .forEach(point -> counts.merge(point, 1, Integer::sum));
        return counts;
    }
}
