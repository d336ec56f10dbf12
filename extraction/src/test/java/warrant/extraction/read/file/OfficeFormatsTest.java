package warrant.extraction.read.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;

/** Formats of offices beside the common ones. */
class OfficeFormatsTest {
    private final Readers readers = new Readers(Settings.DEFAULT, null);

    @Test
    void a_slide_is_a_page_with_its_shapes_from_top_to_bottom_and_its_tables() throws Exception {
        byte[] bytes;
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSLFSlide first = show.createSlide();
            box(first, "Second paragraph", 300);
            box(first, "Quarterly review", 20);
            XSLFTable table = show.createSlide().createTable(2, 2);
            table.setAnchor(new Rectangle(10, 10, 400, 100));
            table.getCell(0, 0).setText("Loan");
            table.getCell(0, 1).setText("Value");
            table.getCell(1, 0).setText("L-1");
            table.getCell(1, 1).setText("EUR 5");
            show.write(out);
            bytes = out.toByteArray();
        }

        Reading reading = readers.read("review.pptx", bytes);

        assertThat(text(reading, 0)).isEqualTo("Quarterly review\n\nSecond paragraph");
        assertThat(cells(reading.tables().getFirst())).containsExactly("Loan", "Value", "L-1", "EUR 5");
        assertThat(reading.document().pages()).hasSize(2);
    }

    private static void box(XSLFSlide slide, String text, int y) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(10, y, 300, 40));
        box.setText(text);
    }

    @Test
    void a_workbook_of_before_2007_is_read_as_the_new_ones_are() throws Exception {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Loans");
            sheet.createRow(0).createCell(0).setCellValue("Loan");
            sheet.getRow(0).createCell(1).setCellValue("Value");
            sheet.createRow(1).createCell(0).setCellValue("L-1");
            sheet.getRow(1).createCell(1).setCellFormula("2+3.5");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);

            Reading reading = readers.read("loans.xls", out.toByteArray());

            assertThat(cells(reading.tables().getFirst())).containsExactly("Loan", "Value", "L-1", "5.5");
            assertThat(reading.tables().getFirst().rows().getFirst().get(1).address())
                    .isEqualTo("B2");
        }
    }

    @Test
    void an_office_file_with_a_password_is_opened_by_one_that_is_known() throws Exception {
        byte[] plain = warrant.extraction.read.Files.bytes(word());
        byte[] locked = encrypted(plain, "sesame");

        Reading reading =
                new Readers(Settings.DEFAULT.with(List.of("wrong", "sesame")), null).read("deed.docx", locked);

        assertThat(text(reading, 0)).contains("A clause that is kept secret.");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> readers.read("deed.docx", locked)))
                .hasMessageContaining("passwords.txt");
    }

    private static org.apache.poi.xwpf.usermodel.XWPFDocument word() {
        var word = new org.apache.poi.xwpf.usermodel.XWPFDocument();
        word.createParagraph().createRun().setText("A clause that is kept secret.");
        return word;
    }

    private static byte[] encrypted(byte[] bytes, String password) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(bytes);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_sheet_of_open_document_keeps_exact_numbers_dates_and_the_places_of_cells() throws Exception {
        String sheet = """
                <table:table table:name="Loans"><table:table-row>
                <table:table-cell office:value-type="string"><text:p>Loan</text:p></table:table-cell>
                <table:table-cell office:value-type="string"><text:p>Due</text:p></table:table-cell>
                <table:table-cell office:value-type="string"><text:p>Sum</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="900"/>
                </table:table-row>
                <table:table-row><table:table-cell><text:p>Loans of<text:s/>May</text:p></table:table-cell>
                <table:table-cell office:value-type="date" office:date-value="2024-05-03"><text:p>3.5.24</text:p>
                </table:table-cell><table:table-cell office:value-type="currency" office:value="84300.126"
                office:currency="EUR"><text:p>84.300,13 €</text:p></table:table-cell></table:table-row>
                <table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>
                </table:table>
                """;

        Reading reading =
                readers.read("loans.ods", odf("spreadsheet", "<office:spreadsheet>" + sheet + "</office:spreadsheet>"));

        assertThat(reading.document().pages().getFirst().label()).isEqualTo("Loans");
        assertThat(text(reading, 0)).isEqualTo("Loan\tDue\tSum\n\n\nLoans of May\t2024-05-03\t84300.126 EUR");
    }

    @Test
    void a_text_of_open_document_has_headings_tables_notes_and_no_deleted_words() throws Exception {
        String body = """
                <office:text><text:tracked-changes><text:p>struck out</text:p></text:tracked-changes>
                <text:h>Lease</text:h><text:p>The rent is EUR 500<text:note><text:note-body>
                <text:p>Payable monthly.</text:p></text:note-body></text:note> a month.</text:p>
                <table:table table:name="T"><table:table-row><table:table-cell><text:p>Unit</text:p></table:table-cell>
                <table:table-cell><text:p>Rent</text:p></table:table-cell></table:table-row><table:table-row>
                <table:table-cell><text:p>U-1</text:p></table:table-cell><table:table-cell><text:p>500</text:p>
                </table:table-cell></table:table-row></table:table></office:text>
                """;

        Reading reading = readers.read("lease.odt", odf("text", body));

        assertThat(text(reading, 0))
                .contains("Lease\nThe rent is EUR 500 a month.\nPayable monthly.")
                .doesNotContain("struck out");
        assertThat(cells(reading.tables().getFirst())).containsExactly("Unit", "Rent", "U-1", "500");
        assertThat(reading.document().title()).isEqualTo("Lease");
    }

    private static byte[] odf(String kind, String body) throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body>" + body
                + "</office:body></office:document-content>";
        return zip(Map.of("content.xml", xml.getBytes(UTF_8)), "application/vnd.oasis.opendocument." + kind);
    }

    private static byte[] zip(Map<String, byte[]> members, String type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            ZipEntry first = new ZipEntry("mimetype");
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(type.getBytes(UTF_8));
            first.setSize(type.length());
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type.getBytes(UTF_8));
            zip.setMethod(ZipOutputStream.DEFLATED);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void rich_text_has_paragraphs_tables_pages_and_letters_of_all_languages() throws Exception {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title Hidden}}{\\header Page head}"
                + "\\pard Lease of Fl\\'fcelen \\u8364?500\\par Second line.\\par"
                + "\\trowd\\cellx1000\\cellx2000\\pard\\intbl Unit\\cell Rent\\cell\\row"
                + "\\trowd\\cellx1000\\cellx2000\\pard\\intbl U-1\\cell 500\\cell\\row\\pard\\page After the page{\\*\\junk x}\\par}";

        Reading reading = readers.read("lease.rtf", rtf.getBytes(ISO_8859_1));

        assertThat(text(reading, 0))
                .startsWith("Lease of Flüelen €500\nSecond line.")
                .doesNotContain("Hidden", "head");
        assertThat(cells(reading.tables().getFirst())).containsExactly("Unit", "Rent", "U-1", "500");
        assertThat(text(reading, 1)).isEqualTo("After the page");
    }

    @Test
    void a_message_of_outlook_is_read_like_an_email() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            entry(files, "__substg1.0_0037001F", "Notice of default".getBytes(UTF_16LE));
            entry(files, "__substg1.0_0C1A001F", "Jana Novák".getBytes(UTF_16LE));
            entry(files, "__substg1.0_1000001F", "The invoice is overdue.".getBytes(UTF_16LE));
            entry(files, "__properties_version1.0", new byte[32]);
            files.writeFilesystem(out);

            Reading reading = readers.read("notice.msg", out.toByteArray());

            assertThat(text(reading, 0)).startsWith("From: Jana Novák").endsWith("The invoice is overdue.");
            assertThat(reading.document().title()).isEqualTo("Notice of default");
        }
    }

    private static void entry(POIFSFileSystem files, String name, byte[] bytes) throws IOException {
        files.createDocument(new ByteArrayInputStream(bytes), name);
    }

    private static String text(Reading reading, int page) {
        return reading.document().pages().get(page).text();
    }

    private static List<String> cells(Table table) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(table.header()), table.rows().stream())
                .flatMap(List::stream)
                .map(Table.Cell::text)
                .toList();
    }
}
