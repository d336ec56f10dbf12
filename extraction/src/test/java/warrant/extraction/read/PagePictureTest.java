package warrant.extraction.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.pdf.PagePicture;
import warrant.extraction.read.process.PictureProcess;

class PagePictureTest {
    private static byte[] pdf() throws Exception {
        return Files.pdf(
                List.of(
                        List.of("Lease"),
                        List.of("The rent is due today.", "Nothing else is said here.", "The rent is due today.")),
                "");
    }

    /** @return the height of the middle of what is marked, as a share of the page; 0 if nothing is */
    private static double marked(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        double sum = 0;
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                boolean yellow = (colour >> 16 & 255) > 200 && (colour >> 8 & 255) > 180 && (colour & 255) < 200;
                sum += yellow ? y : 0;
                count += yellow ? 1 : 0;
            }
        }
        return count < 100 ? 0 : sum / count / image.getHeight();
    }

    @Test
    void the_words_that_are_meant_are_highlighted() throws Exception {
        PagePicture.Drawn first = PagePicture.draw(pdf(), List.of(), 2, "rent is\ndue", 0);
        PagePicture.Drawn second = PagePicture.draw(pdf(), List.of(), 2, "rent is due", 1);

        assertThat(first.highlighted()).isEqualTo(1);
        assertThat(marked(first.png())).isBetween(0.01, 0.3);
        assertThat(marked(second.png())).isGreaterThan(marked(first.png()) + 0.01);
    }

    @Test
    void words_that_are_not_there_mark_nothing() throws Exception {
        PagePicture.Drawn drawn = PagePicture.draw(pdf(), List.of(), 1, "rent is due", 0);

        assertThat(drawn.highlighted()).isZero();
        assertThat(marked(drawn.png())).isZero();
    }

    @Test
    void earlier_occurrences_are_counted_as_the_page_is_searched() {
        assertThat(PagePicture.earlier("The rent is due. The rent is\ndue.", 20, "rent is due"))
                .isEqualTo(1);
        assertThat(PagePicture.earlier("The rent is due.", 4, "rent is due")).isZero();
    }

    @Test
    void a_process_of_its_own_draws_and_refuses_what_is_broken() throws Exception {
        String path = System.getProperty("java.class.path");

        var wanted = new PictureProcess.Wanted(2, "rent is due", 0, List.of());
        assertThat(PictureProcess.draw(path, "lease.pdf", pdf(), wanted).highlighted())
                .isEqualTo(1);
        assertThatThrownBy(() -> PictureProcess.draw(path, "lease.pdf", new byte[] {1, 2, 3}, wanted))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("lease.pdf, page 2, cannot be drawn");
    }
}
