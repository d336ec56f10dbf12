package warrant.extraction.read.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.Files;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;

/** {@code -Dlarge.mebibytes=200 -Dlarge.pages=5000} for files as large as are promised. */
class LargeFilesTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final int MEBIBYTES = Integer.getInteger("large.mebibytes", 3);
    private static final int PAGES = Integer.getInteger("large.pages", 60);
    private static final int COLUMNS = 8;

    @Test
    void a_sheet_larger_than_the_memory_is_read_up_to_the_limit_on_rows() throws Exception {
        byte[] file = workbook();
        int rows = MEBIBYTES < 100 ? 1_000 : 50_000;
        int memory = MEBIBYTES < 100 ? 64 : 768;
        Settings limits = new Settings(256L << 20, 256L << 20, 10, 16_000_000, rows, Duration.ofMinutes(2));

        Reading reading = read("large.xlsx", file, limits, memory);

        Table table = reading.tables().getFirst();
        assertThat(reading.warnings())
                .anyMatch(w -> w.contains("only the first " + rows + " rows of the sheet 'Data'"));
        assertThat(table.rows()).hasSize(rows - 1);
        assertThat(table.rows().getLast().getLast().address()).isEqualTo("H" + rows);
        String page = reading.document().pages().getFirst().text();
        for (Table.Cell cell : table.rows().get(rows / 2)) {
            int begin = page.offsetByCodePoints(0, cell.begin());
            assertThat(page.substring(begin, page.offsetByCodePoints(begin, cell.end() - cell.begin())))
                    .isEqualTo(cell.text());
        }
    }

    @Test
    void a_sheet_beyond_the_limit_on_characters_is_cut_at_a_row() throws Exception {
        Settings limits = new Settings(256L << 20, 256L << 20, 10, 50_000, 50_000, Duration.ofMinutes(2));

        Reading reading = read("large.xlsx", workbook(), limits, MEBIBYTES < 100 ? 64 : 768);

        assertThat(reading.document().pages().getFirst().text().length()).isBetween(30_000, 50_000);
        assertThat(reading.warnings()).anyMatch(w -> w.contains("rows of the sheet 'Data' were read"));
    }

    @Test
    void a_long_pdf_is_read_in_bounded_memory() throws Exception {
        Random random = new Random(1);
        List<List<String>> pages = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            List<String> lines = new ArrayList<>();
            for (int line = 0; line < 40; line++) {
                lines.add(
                        line == 20
                                ? "Clause " + page + ". Heading"
                                : "The goods of lot " + random.nextInt(100_000)
                                        + " are kept dry, cool and apart from others,");
            }
            pages.add(lines);
        }
        byte[] file = Files.pdf(pages, "");
        Settings limits = new Settings(256L << 20, 256L << 20, 5_000, 20_000_000, 100, Duration.ofMinutes(5));

        Reading reading = read("long.pdf", file, limits, PAGES < 1_000 ? 96 : 768);

        assertThat(reading.document().pages()).hasSize(PAGES);
        assertThat(reading.document().pages().getLast().text()).contains("Clause " + PAGES + ". Heading");
    }

    private static Reading read(String name, byte[] file, Settings limits, int mebibytes) throws Exception {
        long begin = System.nanoTime();
        try (ReadingProcess process = new ReadingProcess(CLASS_PATH, limits, mebibytes)) {
            return process.read(name, file);
        } finally {
            if (MEBIBYTES >= 100 || PAGES >= 1_000) {
                System.getLogger("large")
                        .log(
                                System.Logger.Level.INFO,
                                name + ": " + (file.length >> 20) + " MiB in " + (System.nanoTime() - begin) / 1_000_000
                                        + " ms");
            }
        }
    }

    /** A workbook of one sheet whose strings do not compress, so large that its rows end before the file does. */
    private static byte[] workbook() throws IOException {
        Random random = new Random(1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            member(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml"
                     ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml"
                     ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            member(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"
                     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                     Target="xl/workbook.xml"/></Relationships>""");
            member(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s"
                     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                     Target="worksheets/sheet1.xml"/></Relationships>""");
            member(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                     xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                    <sheet name="Data" sheetId="1" r:id="s"/></sheets></workbook>""");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            write(zip, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            write(zip, "<row>" + "<c t=\"inlineStr\"><is><t>Head</t></is></c>".repeat(COLUMNS) + "</row>");
            byte[] bytes = new byte[18];
            while (file.size() < MEBIBYTES << 20) {
                StringBuilder row = new StringBuilder("<row>");
                for (int c = 0; c < COLUMNS; c++) {
                    random.nextBytes(bytes);
                    row.append("<c t=\"inlineStr\"><is><t>")
                            .append(Base64.getUrlEncoder().encodeToString(bytes))
                            .append("</t></is></c>");
                }
                write(zip, row.append("</row>").toString());
            }
            write(zip, "</sheetData></worksheet>");
        }
        return file.toByteArray();
    }

    private static void member(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, text);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
