package warrant.extraction.read.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Reading;
import warrant.extraction.read.Readings;
import warrant.extraction.read.Settings;
import warrant.extraction.read.image.Tesseract;

/** Files inside files, notes and pictures on pages. */
class EnclosedFilesTest {
    private final Readers readers = new Readers(Settings.DEFAULT, null);

    @Test
    void each_file_of_an_archive_is_a_document_and_what_fails_is_told_beside_the_others() throws Exception {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("letters/one.txt", "The first letter.".getBytes(UTF_8));
        members.put("../../etc/two.txt", "The second letter.".getBytes(UTF_8));
        members.put("broken.pdf", "%PDF-1.7 nothing".getBytes(UTF_8));
        members.put("__MACOSX/._one.txt", new byte[] {1, 2});
        members.put("inner.zip", zip(Map.of("three.md", "# Third".getBytes(UTF_8))));

        Readings readings = readers.readAll("post.zip", zip(members));

        assertThat(readings.documents())
                .extracting(reading -> reading.document().name())
                .containsExactlyInAnyOrder(
                        "post.zip/letters/one.txt", "post.zip/etc/two.txt", "post.zip/inner.zip/three.md");
        assertThat(readings.refused()).extracting(Readings.Refused::name).containsExactly("post.zip/broken.pdf");
    }

    @Test
    void archives_in_archives_end_somewhere() throws Exception {
        byte[] zip = "The end.".getBytes(UTF_8);
        for (int i = 0; i < 9; i++) {
            zip = zip(Map.of(i == 0 ? "end.txt" : "more.zip", zip));
        }

        Readings readings = readers.readAll("deep.zip", zip);

        assertThat(readings.documents()).isEmpty();
        assertThat(readings.refused())
                .hasSize(1)
                .allMatch(refused -> refused.why().contains("too deep"));
    }

    @Test
    void an_archive_that_unpacks_to_too_much_is_refused() throws Exception {
        Settings small = new Settings(1 << 20, 4 << 20, 10, 10_000, 100, Duration.ofSeconds(20));
        byte[] bomb = zip(Map.of("zeros.txt", new byte[8 << 20]));

        assertThatThrownBy(() -> new Readers(small, null).readAll("bomb.zip", bomb))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("unpacks to more than 4 MiB");
    }

    @Test
    void what_is_attached_to_a_pdf_and_noted_on_it_is_read() throws Exception {
        byte[] bytes = warrant.extraction.read.Files.pdf(List.of(List.of("Cover", "See attached.")), "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Ask Jana first");
            pdf.getPage(0).getAnnotations().add(note);
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("C:\\secret\\terms.txt");
            file.setEmbeddedFile(new PDEmbeddedFile(
                    pdf, new java.io.ByteArrayInputStream("Payment within 30 days.".getBytes(UTF_8))));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("terms", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            pdf.save(out);
        }

        Readings readings = readers.readAll("cover.pdf", out.toByteArray());

        assertThat(text(readings.documents().get(0))).endsWith("[Note: Ask Jana first]");
        assertThat(readings.documents().get(1).document().name()).isEqualTo("cover.pdf/terms.txt");
        assertThat(text(readings.documents().get(1))).isEqualTo("Payment within 30 days.");
    }

    @Test
    void a_pdf_with_a_password_is_opened_by_one_that_is_known() throws Exception {
        byte[] locked = warrant.extraction.read.Files.pdf(List.of(List.of("Secret", "A kept clause.")), "sesame");

        Reading reading = new Readers(Settings.DEFAULT.with(List.of("sesame")), null).read("deed.pdf", locked);

        assertThat(text(reading)).contains("A kept clause.");
    }

    @Test
    void a_picture_needs_tesseract_and_says_so() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

        assertThatThrownBy(() -> readers.read("scan.png", png))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("no Tesseract is installed")
                .hasMessageContaining("tesseract-ocr");
    }

    @Test
    void tesseract_is_asked_as_a_program_and_its_pages_are_pages(@TempDir Path folder) throws Exception {
        Path program = folder.resolve("tesseract");
        Files.writeString(program, """
                #!/bin/sh
                if [ "$1" = --list-langs ]; then echo eng; echo deu; exit 0; fi
                [ "$4" = eng+deu ] && [ -s "$1" ] && printf 'Dear Sir,\\n\\fYours truly\\n'
                """);
        program.toFile().setExecutable(true);
        Tesseract tesseract = Tesseract.at(program.toString());
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

        Reading reading = new Readers(Settings.DEFAULT, tesseract).read("scan.png", png);

        assertThat(reading.document().pages())
                .extracting(page -> page.text())
                .containsExactly("Dear Sir,", "Yours truly");
        assertThat(reading.warnings()).anyMatch(warning -> warning.contains("recognised from an image"));
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

    private static String text(Reading reading) {
        return reading.document().pages().getFirst().text();
    }
}
