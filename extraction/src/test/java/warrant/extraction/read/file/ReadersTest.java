package warrant.extraction.read.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Readings;
import warrant.extraction.read.Settings;
import warrant.extraction.read.Table;

class ReadersTest {
    private final Readers readers = new Readers(Settings.DEFAULT);

    @Test
    void a_pdf_has_its_lines_joined_to_paragraphs_and_its_running_heads_removed() throws Exception {
        List<String> clause = List.of(
                "9. Payment",
                "9.1 The Customer shall pay each invoice within thirty (30) days after it has been received by",
                "the Customer, and any overdue sum bears interest from the day after the due date until pay-",
                "ment at four per cent (4%) a year.",
                "(a) first item; and",
                "(b) second item.");
        List<List<String>> pages = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            List<String> lines = new ArrayList<>(
                    i == 1 ? List.of("Master Supply Agreement") : i == 2 ? clause : List.of("Schedule", "Nothing."));
            lines.addAll(Collections.nCopies(82, ""));
            lines.add("Master Supply Agreement - page " + i);
            pages.add(lines);
        }

        Reading reading = readers.read("msa.pdf", warrant.extraction.read.Files.pdf(pages, ""));

        assertThat(reading.document().title()).isEqualTo("Master Supply Agreement");
        assertThat(reading.document().pages()).hasSize(3);
        assertThat(reading.document().pages().get(1).text().lines().filter(l -> !l.isBlank()))
                .containsExactly(
                        "9. Payment",
                        "9.1 The Customer shall pay each invoice within thirty (30) days after it has been received by the"
                                + " Customer, and any overdue sum bears interest from the day after the due date until"
                                + " payment at four per cent (4%) a year.",
                        "(a) first item; and",
                        "(b) second item.");
    }

    @Test
    void a_word_document_shows_the_numbers_that_word_shows() throws Exception {
        XWPFDocument word = new XWPFDocument();
        BigInteger list = warrant.extraction.read.Files.legalList(word);
        numbered(word, list, 0, "Definitions");
        numbered(word, list, 0, "Payment");
        numbered(word, list, 1, "Invoices are payable.");
        numbered(word, list, 1, "The following apply:");
        numbered(word, list, 2, "interest;");
        numbered(word, list, 2, "costs.");
        numbered(word, list, 0, "Term");
        numbered(word, list, 1, "One year.");
        word.createParagraph().createRun().setText("Fees");
        XWPFTable table = word.createTable(2, 2);
        table.getRow(0).getCell(0).setText("Item");
        table.getRow(0).getCell(1).setText("Price");
        table.getRow(1).getCell(0).setText("Widget");
        table.getRow(1).getCell(1).setText("EUR 4.00");

        Reading reading = readers.read("a.docx", warrant.extraction.read.Files.bytes(word));

        assertThat(reading.document().pages().getFirst().text().lines().limit(8))
                .containsExactly(
                        "1. Definitions",
                        "2. Payment",
                        "2.1 Invoices are payable.",
                        "2.2 The following apply:",
                        "(a) interest;",
                        "(b) costs.",
                        "3. Term",
                        "3.1 One year.");
        Table read = reading.tables().getFirst();
        assertThat(read.caption()).isEqualTo("Fees");
        assertThat(read.rows().getFirst()).extracting(Table.Cell::text).containsExactly("Widget", "EUR 4.00");
        assertCellsStandInTheirPages(reading);
    }

    private static void numbered(XWPFDocument word, BigInteger list, int level, String text) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText(text);
    }

    @Test
    void a_workbook_shows_dates_as_iso_money_as_displayed_and_flags_hidden_sheets() throws Exception {
        byte[] bytes;
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Invoices");
            CellStyle date = style(book, "dd.mm.yyyy");
            CellStyle money = style(book, "[$EUR] #,##0.00");
            CellStyle percent = style(book, "0%");
            sheet.createRow(0).createCell(0).setCellValue("Invoices of 2024");
            row(sheet.createRow(2), "Invoice no.", "Issued", "Amount", "Rate");
            Row row = sheet.createRow(3);
            row.createCell(0).setCellValue("INV-1");
            row.createCell(1).setCellValue(LocalDate.of(2024, 6, 4));
            row.getCell(1).setCellStyle(date);
            row.createCell(2).setCellValue(84300.5);
            row.getCell(2).setCellStyle(money);
            row.createCell(3).setCellValue(0.045);
            row.getCell(3).setCellStyle(percent);
            book.createSheet("Secret").createRow(0).createCell(0).setCellValue("x");
            book.setSheetHidden(1, true);
            book.write(out);
            bytes = out.toByteArray();
        }

        Reading reading = readers.read("i.xlsx", bytes);

        Table table = reading.tables().getFirst();
        assertThat(table.caption()).isEqualTo("Invoices of 2024");
        assertThat(table.header())
                .extracting(Table.Cell::text)
                .containsExactly("Invoice no.", "Issued", "Amount", "Rate");
        assertThat(table.rows().getFirst())
                .extracting(Table.Cell::text)
                .containsExactly("INV-1", "2024-06-04", "EUR 84,300.50", "4.5%");
        assertThat(table.rows().getFirst().get(2).address()).isEqualTo("C4");
        assertThat(reading.warnings()).anyMatch(w -> w.contains("'Secret' is hidden"));
        assertCellsStandInTheirPages(reading);
    }

    private static CellStyle style(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void row(Row row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void a_csv_file_is_read_whatever_its_separator_and_encoding() throws Exception {
        String text = "Rechnung;Käufer;Betrag\nR-1;\"Müller; Söhne GmbH\";1.234,50\nR-2;Jäger AG;2,00\n";

        Reading reading = readers.read("x.csv", text.getBytes(java.nio.charset.Charset.forName("windows-1252")));

        assertThat(reading.tables().getFirst().rows().getFirst())
                .extracting(Table.Cell::text)
                .containsExactly("R-1", "Müller; Söhne GmbH", "1.234,50");
        assertCellsStandInTheirPages(reading);
    }

    @Test
    void a_web_page_loses_its_navigation_and_keeps_lists_and_tables() throws Exception {
        String html = "<!doctype html><html><head><title>SLA</title></head><body><nav>Home</nav><main><h1>Service"
                + " Levels</h1><p>Availability is <b>99.9 %</b> a month.</p><ol><li>First</li><li><p>Second</p></li></ol>"
                + "<table><caption>Credits</caption><tr><th>Level</th><th>Credit</th></tr><tr><td rowspan=2>Gold</td>"
                + "<td>5 %</td></tr><tr><td>7 %</td></tr></table></main></body></html>";

        Reading reading = readers.read("sla.html", html.getBytes(UTF_8));

        assertThat(reading.document().title()).isEqualTo("Service Levels");
        assertThat(reading.document()
                        .pages()
                        .getFirst()
                        .text()
                        .lines()
                        .filter(l -> !l.isBlank())
                        .limit(5))
                .containsExactly(
                        "Service Levels", "Availability is 99.9 % a month.", "1. First", "2. Second", "Credits");
        assertThat(reading.tables().getFirst().rows().get(1))
                .extracting(Table.Cell::text)
                .containsExactly("Gold", "7 %");
        assertCellsStandInTheirPages(reading);
    }

    @Test
    void an_email_has_its_headers_its_day_its_words_and_what_is_attached_as_a_file() throws Exception {
        String mail = """
                From: =?UTF-8?Q?Jana_Nov=C3=A1k?= <j.novak@halden.example>
                To: Legal <legal@aldermark.example>
                Date: Thu, 6 Jun 2024 23:15:00 +0200
                Subject: Notice of default
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Dear all,

                invoice INV-4711 over =E2=82=AC 84,300.00 is overdue.

                > We paid it
                > last week.
                --b
                Content-Type: application/pdf; name=scan.pdf
                Content-Disposition: attachment; filename=scan.pdf
                Content-Transfer-Encoding: base64

                AAAA
                --b--
                """.replace("\n", "\r\n");

        Reading reading = readers.read("mail/notice.eml", mail.getBytes(UTF_8));

        assertThat(reading.document().title()).isEqualTo("Notice of default");
        assertThat(reading.document().date()).isEqualTo(LocalDate.of(2024, 6, 6));
        assertThat(reading.document().pages().getFirst().text())
                .startsWith("From: Jana Novák <j.novak@halden.example>\n")
                .contains("invoice INV-4711 over € 84,300.00 is overdue.");
        Readings all = readers.readAll("mail/notice.eml", mail.getBytes(UTF_8));
        assertThat(all.documents()).hasSize(1);
        assertThat(all.refused()).extracting(Readings.Refused::name).containsExactly("mail/notice.eml/scan.pdf");
    }

    @Test
    void markdown_is_read_as_it_is_shown() throws Exception {
        String text = """
                # Minutes

                Present were **Ms Okoro** and
                _Mr Lind_.

                1. Prices
                2. Dates

                | Item | Price |
                |---|---|
                | Bolt | 2 |
                """;

        Reading reading = readers.read("m.md", text.getBytes(UTF_8));

        assertThat(reading.document().title()).isEqualTo("Minutes");
        assertThat(reading.document().pages().getFirst().text().lines().filter(l -> !l.isBlank()))
                .containsExactly(
                        "Minutes",
                        "Present were Ms Okoro and Mr Lind.",
                        "1. Prices",
                        "2. Dates",
                        "Item\tPrice",
                        "Bolt\t2");
        assertCellsStandInTheirPages(reading);
    }

    @Test
    void plain_text_of_fixed_width_becomes_paragraphs() throws Exception {
        String text = """
                MINUTES OF THE MEETING

                The parties met at the office of the Supplier and discussed the late
                deliveries of May. It was agreed that the Customer may withhold a tenth of
                the price.

                1. Prices
                2. Dates
                """;

        Reading reading = readers.read("m.txt", text.getBytes(UTF_8));

        assertThat(reading.document().title()).isEqualTo("MINUTES OF THE MEETING");
        assertThat(reading.document().pages().getFirst().text().lines().filter(l -> !l.isBlank()))
                .containsExactly(
                        "MINUTES OF THE MEETING",
                        "The parties met at the office of the Supplier and discussed the late deliveries of May. It was"
                                + " agreed that the Customer may withhold a tenth of the price.",
                        "1. Prices",
                        "2. Dates");
    }

    @Test
    void equal_bytes_under_two_names_are_two_documents() throws Exception {
        Reading one = readers.read("a.txt", "Same words".getBytes(UTF_8));
        Reading two = readers.read("b.txt", "Same words".getBytes(UTF_8));

        assertThat(one.document().hash()).isEqualTo(two.document().hash());
        assertThat(one.document().id()).isNotEqualTo(two.document().id());
    }

    /** Another folder than the public samples beside the project: -Dsamples=DIR. */
    @Test
    void every_sample_file_is_read_or_refused_with_a_reason() throws IOException {
        Path sets = Path.of(System.getProperty("data.sets", "../../shared/data"));
        Path folder = Path.of(System.getProperty(
                        "samples", sets.resolve("pdf-samples").toString()))
                .toAbsolutePath()
                .normalize();
        assumeTrue(Files.isDirectory(folder), "the data set pdf-samples is missing: " + folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString();
                try {
                    Readings readings = readers.readAll(name, Files.readAllBytes(file));
                    readings.documents().forEach(ReadersTest::assertCellsStandInTheirPages);
                } catch (ReadException refused) {
                    assertThat(refused.getMessage())
                            .startsWith(name)
                            .endsWith(".")
                            .doesNotContain("no reader expects");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This Agreement is dated 18 September 2023. It replaces the one of 1 May 2020.|2023-09-18",
                "Amendment No. 2 to the Master Agreement dated 12 March 2023\\nThis Amendment is made on 4 June 2024.|2024-06-04",
                "Bergen, 4 June 2024\\nDear Sirs, your letter dated 1 May 2024 has reached us.|2024-06-04",
                "Notice\\nDate: 06/13/2024\\nThe invoice of 05/01/2024 is unpaid.|2024-06-13",
                "Minutes of the meeting held on 3 May 2024\\nThe order of 1 April 2024 is late.|2024-05-03",
                "THIS LEASE is made this 1st day of July 2024 between A Ltd and B Ltd|2024-07-01",
                "Delivery is due on 4 June 2024 under the contract dated 1 May 2023.|",
            })
    void the_day_a_document_bears_is_not_just_any_day_in_it(String text, LocalDate day) throws Exception {
        Reading reading = readers.read("a.txt", text.replace("\\n", "\n\n").getBytes(UTF_8));

        assertThat(reading.document().date()).isEqualTo(day);
    }

    private static void assertCellsStandInTheirPages(Reading reading) {
        for (Table table : reading.tables()) {
            var page = reading.document().page(table.page()).orElseThrow();
            Stream.concat(Stream.of(table.header()), table.rows().stream())
                    .flatMap(List::stream)
                    .forEach(cell -> assertThat(page.slice(cell.begin(), cell.end()))
                            .as("%s of %s", cell.address(), reading.document().name())
                            .isEqualTo(cell.text()));
            assertThat(table.rows())
                    .allMatch(row -> row.size() == table.header().size());
        }
    }
}
