package warrant.extraction.read.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Settings;

class BadFilesTest {
    private final Readers readers = new Readers(Settings.DEFAULT);

    @Test
    void a_bad_file_is_refused_in_one_sentence_that_says_who_must_act() throws Exception {
        byte[] pdf = warrant.extraction.read.Files.pdf(List.of(List.of("Secret")), "pass");
        byte[] docx = warrant.extraction.read.Files.bytes(new XWPFDocument());

        assertRefused("empty.pdf", new byte[0], "is empty");
        assertRefused("locked.pdf", pdf, "protected by a password");
        assertRefused("cut.docx", Arrays.copyOf(docx, docx.length / 2), "damaged or cut off");
        assertRefused("cut.pdf", Arrays.copyOf("%PDF-1.7\n%abc".getBytes(UTF_8), 40), "damaged or cut-off");
        assertRefused("noise.txt", noise(), "neither text nor a format");
        assertRefused(
                "old.doc",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2},
                "damaged or cut-off Office file");
        assertRefused("blank.txt", "  \n \n".getBytes(UTF_8), "holds no text");
    }

    @Test
    void a_bomb_is_not_unpacked() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 20; i++) {
                zip.write(zeros);
            }
        }
        Settings small = new Settings(1 << 20, 4 << 20, 10, 10_000, 100, Duration.ofSeconds(20));

        assertThatThrownBy(() -> new Readers(small).read("bomb.docx", out.toByteArray()))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("unpacks to more than 4 MiB");
    }

    @Test
    void a_mislabelled_file_is_read_by_its_bytes_with_a_warning() throws Exception {
        byte[] pdf = warrant.extraction.read.Files.pdf(List.of(List.of("Letter", "Dear Sir")), "");

        Reading reading = readers.read("letter.docx", pdf);

        assertThat(reading.document().mediaType()).isEqualTo("application/pdf");
        assertThat(reading.warnings()).anyMatch(w -> w.contains("this is a PDF file"));
    }

    @Test
    void pages_beyond_the_limit_are_left_out_with_a_warning() throws Exception {
        byte[] pdf = warrant.extraction.read.Files.pdf(Collections.nCopies(12, List.of("Some words")), "");
        Settings ten = new Settings(1 << 24, 1 << 24, 10, 10_000, 100, Duration.ofSeconds(20));

        Reading reading = new Readers(ten).read("long.pdf", pdf);

        assertThat(reading.document().pages()).hasSize(10);
        assertThat(reading.warnings()).anyMatch(w -> w.contains("first 10 of 12 pages"));
    }

    @Test
    void what_takes_too_long_is_given_up() throws Exception {
        byte[] pdf = warrant.extraction.read.Files.pdf(Collections.nCopies(60, List.of("Some words")), "");
        Settings hasty = new Settings(1 << 24, 1 << 24, 100, 10_000, 100, Duration.ofMillis(1));

        assertThatThrownBy(() -> new Readers(hasty).read("slow.pdf", pdf))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("took longer than");
    }

    private void assertRefused(String name, byte[] bytes, String words) {
        assertThatThrownBy(() -> readers.read(name, bytes))
                .isInstanceOf(ReadException.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining(words);
    }

    private static byte[] noise() {
        byte[] noise = new byte[4_000];
        new java.util.Random(4711).nextBytes(noise);
        noise[0] = 1;
        return noise;
    }
}
