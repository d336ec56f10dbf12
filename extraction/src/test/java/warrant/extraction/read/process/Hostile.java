package warrant.extraction.read.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import warrant.extraction.read.Files;

/** Files made to do harm, and good files broken at random; by name. */
final class Hostile {
    private static final String OFFICE = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";

    private Hostile() {}

    /** @param port of a server that nobody must call */
    static Map<String, byte[]> files(Random random, int port) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, byte[]> good = good();
        entities(port, files);
        deep(files);
        bombs(files);
        for (Map.Entry<String, byte[]> one : good.entrySet()) {
            String name = one.getKey();
            byte[] bytes = one.getValue();
            for (int i = 0; i < 7; i++) {
                files.put("cut" + i + name, Arrays.copyOf(bytes, (int) (bytes.length * (i + random.nextDouble()) / 7)));
                files.put("changed" + i + name, changed(bytes, random));
            }
            files.put("as-text-" + name + ".txt", bytes);
            files.put("as-pdf-" + name + ".pdf", bytes);
        }
        return files;
    }

    static Map<String, byte[]> good() throws IOException {
        Map<String, byte[]> good = new LinkedHashMap<>();
        good.put(".pdf", Files.pdf(List.of(List.of("Lease", "The rent is EUR 500 a month."), List.of("Page two")), ""));
        good.put(".docx", Files.bytes(word()));
        good.put(".rtf", "{\\rtf1\\ansi\\pard The rent is EUR 500\\par}".getBytes(ISO_8859_1));
        good.put(".html", "<html><body><table><tr><td>a</td><td>b</td></tr></table></body></html>".getBytes(UTF_8));
        good.put(".eml", "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nHello\r\n".getBytes(UTF_8));
        good.put(".csv", "a,b\n1,2\n3,4\n".getBytes(UTF_8));
        try (XSSFWorkbook book = new XSSFWorkbook();
                HSSFWorkbook old = new HSSFWorkbook();
                XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream sheets = new ByteArrayOutputStream();
                ByteArrayOutputStream oldSheets = new ByteArrayOutputStream();
                ByteArrayOutputStream slides = new ByteArrayOutputStream()) {
            book.createSheet("S").createRow(0).createCell(0).setCellValue("text");
            old.createSheet("S").createRow(0).createCell(0).setCellValue("text");
            show.createSlide().createTextBox().setText("text");
            book.write(sheets);
            old.write(oldSheets);
            show.write(slides);
            good.put(".xlsx", sheets.toByteArray());
            good.put(".xls", oldSheets.toByteArray());
            good.put(".pptx", slides.toByteArray());
        }
        good.put(".odt", odt("<text:p>text</text:p>", ""));
        good.put(".zip", zip(Map.of("a.txt", "text".getBytes(UTF_8))));
        return good;
    }

    private static XWPFDocument word() {
        XWPFDocument word = new XWPFDocument();
        word.createParagraph().createRun().setText("The rent is EUR 500 a month.");
        word.createTable(2, 2);
        return word;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < 1 + changed.length / 50; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static void entities(int port, Map<String, byte[]> files) throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]>");
        String call = "<!DOCTYPE x [<!ENTITY a11 SYSTEM \"http://127.0.0.1:" + port + "/x\">]>";
        String file = "<!DOCTYPE x [<!ENTITY a11 SYSTEM \"file:///etc/passwd\">]>";
        String dtd = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:" + port + "/x.dtd\">";
        int n = 0;
        for (String doctype : List.of(bomb.toString(), call, file, dtd)) {
            n++;
            String word =
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p>"
                            + "<w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>";
            files.put("entity" + n + ".docx", office("word/document.xml", doctype + word));
            files.put("entity" + n + ".xlsx", office("xl/workbook.xml", doctype + "<workbook>&a11;</workbook>"));
            files.put(
                    "entity" + n + ".pptx",
                    office("ppt/presentation.xml", doctype + "<presentation>&a11;</presentation>"));
            files.put("entity" + n + ".odt", odt("<text:p>&a11;</text:p>", doctype));
            files.put(
                    "entity" + n + ".html",
                    (doctype + "<html><body>&a11;<img src='http://127.0.0.1:" + port
                                    + "/i'><script src='http://127.0.0.1:" + port + "/s'></script></body></html>")
                            .getBytes(UTF_8));
        }
    }

    private static void deep(Map<String, byte[]> files) throws IOException {
        files.put("deep.html", ("<html><body>" + "<div>".repeat(100_000) + "x").getBytes(UTF_8));
        files.put("deep-tables.html", ("<html><body>" + "<table><tr><td>".repeat(20_000) + "x").getBytes(UTF_8));
        files.put("deep.rtf", ("{\\rtf1 " + "{".repeat(200_000) + "x").getBytes(UTF_8));
        files.put(
                "deep.md",
                (">".repeat(50_000) + " x\n\n" + "[".repeat(50_000) + "\n" + "*a ".repeat(20_000)).getBytes(UTF_8));
        files.put("deep.odt", odt("<text:p>" + "<text:span>".repeat(100_000), ""));
        files.put("wide.csv", "a,".repeat(1_000_000).getBytes(UTF_8));
        files.put("quote.csv", ("a,\"" + "b\n".repeat(500_000)).getBytes(UTF_8));
        files.put("line.txt", "x".repeat(3_000_000).getBytes(UTF_8));
        files.put("heads.eml", ("From: a@b\r\nTo: c@d\r\n" + "X-A: b\r\n".repeat(100_000) + "\r\nx").getBytes(UTF_8));
        StringBuilder parts = new StringBuilder("From: a@b\r\nTo: b@c\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < 2_000; i++) {
            parts.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        files.put("parts.eml", parts.toString().getBytes(UTF_8));
        files.put(
                "spans.html",
                ("<table><tr><td rowspan=999999999 colspan=999999999>x</td><td>y</td></tr>"
                                + "<tr><td colspan=1000 rowspan=1000>z</td></tr></table>".repeat(50))
                        .getBytes(UTF_8));
        files.put(
                "rows.ods",
                zipOf(
                        "application/vnd.oasis.opendocument.spreadsheet",
                        "<office:document-content " + OFFICE
                                + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><office:body><office:spreadsheet>"
                                + "<table:table table:name='S'><table:table-row table:number-rows-repeated='9999999'><table:table-cell"
                                + " table:number-columns-repeated='9999999'><text:p>x</text:p></table:table-cell></table:table-row>"
                                + "</table:table></office:spreadsheet></office:body></office:document-content>"));
        files.put(
                "cycle.pdf",
                ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]"
                                + "/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
                        .getBytes(UTF_8));
        files.put(
                "pages.pdf",
                ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1000000/Kids["
                                + "3 0 R ".repeat(1_000_000)
                                + "]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
                        .getBytes(UTF_8));
    }

    private static void bombs(Map<String, byte[]> files) throws IOException {
        for (String name :
                List.of("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "content.xml", "a.txt")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 300; i++) {
                    zip.write(zeros);
                }
            }
            files.put("bomb-" + name.replace('/', '-') + ".zip", out.toByteArray());
        }
        byte[] inner = new byte[4 << 20];
        for (int i = 0; i < 12; i++) {
            inner = zip(Map.of("a.zip", inner, "b.zip", inner));
        }
        files.put("nested.zip", inner);
        files.put("traversal.zip", zip(Map.of("../../../../tmp/warrant-escaped.txt", "x".getBytes(UTF_8))));
    }

    private static byte[] office(String main, String xml) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(
                "[Content_Types].xml",
                ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>")
                        .getBytes(UTF_8));
        members.put(
                "_rels/.rels",
                ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"r1\" Target=\"" + main
                                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships/officeDocument\"/></Relationships>")
                        .getBytes(UTF_8));
        members.put(main, xml.getBytes(UTF_8));
        return zip(members);
    }

    private static byte[] odt(String body, String doctype) throws IOException {
        return zipOf(
                "application/vnd.oasis.opendocument.text",
                doctype + "<office:document-content " + OFFICE + "><office:body><office:text>" + body
                        + "</office:text></office:body></office:document-content>");
    }

    private static byte[] zipOf(String type, String content) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("mimetype", type.getBytes(UTF_8));
        members.put("content.xml", content.getBytes(UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }
}
