package warrant.extraction.read.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.Files;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Enclosed;

/**
 * Files made to do harm, and files damaged at random: each is read or refused in a sentence that begins with its name,
 * in time, without a connection to anywhere.
 */
class HostileFilesTest {
    private static final Settings LIMITS = new Settings(8 << 20, 4 << 20, 200, 200_000, 2_000, Duration.ofSeconds(10));
    private static final int DAMAGES = 16;

    private final List<Enclosed> cases = new ArrayList<>();

    @Test
    void every_hostile_file_is_read_or_refused_with_its_reason() throws Exception {
        try (ServerSocket trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(1);
            damaged(Long.getLong("seed", 20261124L));
            bombs();
            links("http://127.0.0.1:" + trap.getLocalPort() + "/x");
            texts();
            pdfs();

            List<String> wrong = new ArrayList<>();
            for (Enclosed each : cases) {
                String verdict = verdict(each);
                if (!verdict.isEmpty()) {
                    wrong.add(verdict);
                }
            }

            assertThat(cases).hasSizeGreaterThanOrEqualTo(200);
            assertThat(wrong).isEmpty();
            assertThat(connected(trap)).as("something was fetched").isFalse();
        }
    }

    private static String verdict(Enclosed each) {
        long begin = System.nanoTime();
        String ended;
        try {
            new Readers(LIMITS).readAll(each.name(), each.bytes());
            ended = "";
        } catch (ReadException refused) {
            String message = String.valueOf(refused.getMessage());
            ended = message.contains(each.name()) || message.contains("limit") ? "" : each.name() + ": " + message;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            ended = each.name() + " ended in " + broken;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return took.compareTo(LIMITS.deadline().plusSeconds(5)) > 0 ? each.name() + " took " + took : ended;
    }

    private static boolean connected(ServerSocket trap) {
        try {
            trap.accept().close();
            return true;
        } catch (IOException nobodyCame) {
            return false;
        }
    }

    private void damaged(long seed) throws Exception {
        Random random = new Random(seed);
        for (Enclosed whole : whole()) {
            for (int i = 0; i < DAMAGES; i++) {
                byte[] bytes = whole.bytes().clone();
                switch (i % 4) {
                    case 0 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                    case 1 -> flip(bytes, 1 + random.nextInt(40), random);
                    case 2 -> Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) random.nextInt(256));
                    default -> bytes = doubled(bytes, random.nextInt(bytes.length));
                }
                cases.add(new Enclosed(i + "-" + whole.name(), bytes));
            }
        }
    }

    private static void flip(byte[] bytes, int times, Random random) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
    }

    private static byte[] doubled(byte[] bytes, int at) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + at);
        System.arraycopy(bytes, 0, longer, bytes.length, at);
        return longer;
    }

    private static List<Enclosed> whole() throws Exception {
        XWPFDocument word = new XWPFDocument();
        word.createParagraph().createRun().setText("The rent is due on the first.");
        XSSFWorkbook book = new XSSFWorkbook();
        book.createSheet("a").createRow(0).createCell(0).setCellValue("Amount");
        XMLSlideShow slides = new XMLSlideShow();
        slides.createSlide().createTextBox().setText("A slide");
        return List.of(
                new Enclosed("a.pdf", Files.pdf(List.of(List.of("Lease", "The rent is due.")), "")),
                new Enclosed("a.docx", Files.bytes(word)),
                new Enclosed("a.xlsx", written(book::write)),
                new Enclosed("a.pptx", written(slides::write)),
                new Enclosed("a.html", "<html><body><h1>A</h1><table><tr><td>1</table></body></html>".getBytes(UTF_8)),
                new Enclosed("a.eml", "From: a@b.example\nSubject: x\n\nDear Sir, the rent is due.\n".getBytes(UTF_8)),
                new Enclosed("a.rtf", "{\\rtf1\\ansi The rent is due.\\par Nothing else.}".getBytes(UTF_8)),
                new Enclosed("a.csv", "Payment,Amount\nP-1,EUR 5.00\nP-2,EUR 6.00\n".getBytes(UTF_8)),
                new Enclosed("a.md", "# Lease\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".getBytes(UTF_8)),
                new Enclosed("a.txt", "The rent is due on the first, die Miete ist fällig.".getBytes(UTF_16LE)),
                new Enclosed("a.zip", zip("in/a.txt", "The rent is due.".getBytes(UTF_8))));
    }

    /** Writes a document. */
    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        });
    }

    private void bombs() throws IOException {
        byte[] zeros = new byte[6 << 20];
        cases.add(new Enclosed("bomb.zip", zip("zeros.txt", zeros)));
        for (String part : List.of("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "content.xml")) {
            cases.add(new Enclosed("bomb-" + part.replace('/', '-') + ".zip", zip(part, zeros)));
        }
        byte[] nested = zip("a.txt", "deep".getBytes(UTF_8));
        for (int depth = 0; depth < 12; depth++) {
            nested = zip("inner.zip", nested);
            cases.add(new Enclosed("nested-" + depth + ".zip", nested));
        }
        for (String name :
                List.of("../../../../tmp/evil.txt", "/etc/passwd", "C:\\evil.txt", "a/../../b.txt", "\0.txt")) {
            cases.add(new Enclosed("traversal-" + cases.size() + ".zip", zip(name, "content".getBytes(UTF_8))));
        }
        byte[] many = written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < 12_000; i++) {
                    zip.putNextEntry(new ZipEntry(i + ".txt"));
                }
            }
        });
        cases.add(new Enclosed("many.zip", many));
    }

    /** Entities that grow, that name files of this machine, that name the network. */
    private void links(String url) throws IOException {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
                + java.util.stream.IntStream.range(1, 12)
                        .mapToObj(
                                i -> "<!ENTITY a" + i + " \"" + ("&a" + (i == 1 ? "" : i - 1) + ";").repeat(10) + "\">")
                        .collect(Collectors.joining())
                + "]>";
        String file = "<!DOCTYPE x [<!ENTITY a11 SYSTEM \"file:///etc/passwd\">]>";
        String network = "<!DOCTYPE x [<!ENTITY a11 SYSTEM \"" + url + "\">]>";
        String external = "<!DOCTYPE x SYSTEM \"" + url + "\">";
        for (String head : List.of(laughs, file, network, external)) {
            for (String part : List.of("word/document.xml", "xl/workbook.xml", "content.xml", "ppt/presentation.xml")) {
                byte[] xml = ("<?xml version=\"1.0\"?>" + head + "<x>&a11;</x>").getBytes(UTF_8);
                cases.add(new Enclosed("entity-" + cases.size() + ".zip", zip(part, xml)));
            }
        }
        String html = "<html><head><meta http-equiv=refresh content='0;url=URL'><link rel=stylesheet href='URL'>"
                + "<script src='URL'></script></head><body><img src='URL'><iframe src='URL'></iframe>words</body></html>";
        cases.add(new Enclosed("links.html", html.replace("URL", url).getBytes(UTF_8)));
        cases.add(new Enclosed(
                "links.eml",
                ("From: a@b.example\nContent-Type: message/external-body; access-type=URL; URL=\"" + url
                                + "\"\n\nwords\n")
                        .getBytes(UTF_8)));
        cases.add(new Enclosed("links.md", ("![x](" + url + ")\n\nwords").getBytes(UTF_8)));
        cases.add(new Enclosed(
                "links.rtf", ("{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE \"" + url + "\"}}words}").getBytes(UTF_8)));
    }

    private void texts() {
        cases.add(new Enclosed("deep.html", ("<div>".repeat(20_000) + "x").getBytes(UTF_8)));
        cases.add(new Enclosed("deep.rtf", ("{\\rtf1" + "{".repeat(50_000) + "x").getBytes(UTF_8)));
        cases.add(new Enclosed("deep.md", (">".repeat(20_000) + "x").getBytes(UTF_8)));
        cases.add(new Enclosed("lists.md", ("- ".repeat(2_000) + "x").getBytes(UTF_8)));
        cases.add(new Enclosed("brackets.md", ("[".repeat(20_000) + "x").getBytes(UTF_8)));
        cases.add(new Enclosed("commas.csv", ",".repeat(2_000_000).getBytes(UTF_8)));
        cases.add(new Enclosed("quotes.csv", "\"".repeat(200_001).getBytes(UTF_8)));
        cases.add(new Enclosed("lines.txt", ("\n".repeat(2_000_000) + "x").getBytes(UTF_8)));
        cases.add(new Enclosed("pages.txt", ("\f".repeat(1_000_000) + "x").getBytes(UTF_8)));
        cases.add(new Enclosed("line.txt", "x".repeat(5_000_000).getBytes(UTF_8)));
        cases.add(new Enclosed("words.txt", "x ".repeat(90_000).getBytes(UTF_8)));
        cases.add(new Enclosed("marks.txt", ("a" + "\u0301".repeat(100_000)).getBytes(UTF_8)));
        cases.add(new Enclosed("turned.txt", "\u202Erent\u202C \u200B\uFEFF is \uD800 due".getBytes(UTF_8)));
        cases.add(new Enclosed("half.txt", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}));
        cases.add(new Enclosed(
                "broken.txt", new byte[] {'a', (byte) 0xC3, (byte) 0x28, (byte) 0xE2, (byte) 0x28, 'b', ' '}));
        cases.add(new Enclosed("heads.eml", ("X: y\n".repeat(100_000) + "\nwords").getBytes(UTF_8)));
        String parts = "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: multipart/mixed; boundary=b\n\n".repeat(3_000) + "x";
        cases.add(new Enclosed("parts.eml", parts.getBytes(UTF_8)));
        cases.add(new Enclosed("empty.bin", new byte[0]));
    }

    /** Page trees that claim, or are, too much. */
    private void pdfs() {
        String head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n";
        String tail = "\ntrailer<</Root 1 0 R>>\n%%EOF";
        for (String pages : List.of(
                "2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj",
                "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1000000>>endobj 3 0 obj<</Type/Page/Parent 2 0 R>>endobj",
                "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj",
                "2 0 obj<</Type/Pages/Kids[" + "3 0 R ".repeat(20_000) + "]/Count 20000>>endobj"
                        + " 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj",
                "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/Contents 3 0 R>>endobj",
                "2 0 obj" + "[".repeat(5_000) + "endobj",
                "2 0 obj<</Type/Pages/Kids[3 0 R]/Count -5>>endobj")) {
            cases.add(new Enclosed("tree-" + cases.size() + ".pdf", (head + pages + tail).getBytes(UTF_8)));
        }
    }
}
