package warrant.extraction.read.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Draws a page of a PDF file with some words of it highlighted. */
public final class PagePicture {
    private static final int DOTS_PER_INCH = 110;
    private static final double POINTS_PER_INCH = 72;
    /** A page is drawn smaller than this many dots on each side, whatever its size. */
    private static final int MOST_DOTS = 4_000;

    private static final Color MARKER = new Color(255, 220, 0, 96);
    private static final float ABOVE = 0.25f;

    private PagePicture() {}

    /** A picture, and whether the words were found on it. */
    public static final class Drawn {
        private final byte[] png;
        private final int highlighted;

        /** @param png is not copied, and not to be changed afterwards */
        public Drawn(byte[] png, int highlighted) {
            this.png = png;
            this.highlighted = highlighted;
        }

        /** @return the picture itself, not a copy */
        public byte[] png() {
            return png;
        }

        /** @return how many lines of the page were marked; 0: the words stand there in another order */
        public int highlighted() {
            return highlighted;
        }
    }

    /**
     * @param passwords tried if the file is protected
     * @param page from 1 on
     * @param words to be highlighted; white space and punctuation do not count
     * @param earlier how often the same words stand on the page before those that are meant
     */
    public static Drawn draw(byte[] pdf, List<String> passwords, int page, String words, int earlier)
            throws IOException {
        try (PDDocument document = PdfReader.open(pdf, passwords)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new IOException("there is no page " + page);
            }
            var box = document.getPage(page - 1).getCropBox();
            double longest = Math.max(box.getWidth(), box.getHeight()) / POINTS_PER_INCH;
            float dots = (float) Math.min(DOTS_PER_INCH, MOST_DOTS / longest);
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page - 1, dots, ImageType.RGB);
            Letters letters = new Letters(document, page);
            List<Rectangle2D> places = letters.lines(words, earlier);
            mark(image, places, dots / POINTS_PER_INCH);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return new Drawn(png.toByteArray(), places.size());
        }
    }

    private static void mark(BufferedImage image, List<Rectangle2D> places, double scale) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(MARKER);
        graphics.scale(scale, scale);
        places.forEach(graphics::fill);
        graphics.dispose();
    }

    /** @return letters and digits in lower case, which is what a page is searched by */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** @return how often some words stand in a text before a place, as {@link #draw} counts them */
    public static int earlier(String text, int place, String words) {
        String before = plain(text.substring(0, text.offsetByCodePoints(0, place)));
        String sought = plain(words);
        int count = 0;
        for (int at = before.indexOf(sought); at >= 0 && !sought.isEmpty(); at = before.indexOf(sought, at + 1)) {
            count++;
        }
        return count;
    }

    /** The letters of a page with their places. */
    private static final class Letters extends PDFTextStripper {
        private final StringBuilder text = new StringBuilder();
        private final List<TextPosition> places = new ArrayList<>();

        Letters(PDDocument document, int page) throws IOException {
            setSortByPosition(true);
            setStartPage(page);
            setEndPage(page);
            getText(document);
        }

        @Override
        protected void writeString(String string, List<TextPosition> positions) {
            for (TextPosition position : positions) {
                String plain = plain(String.valueOf(position.getUnicode()));
                text.append(plain);
                for (int i = 0; i < plain.length(); i++) {
                    places.add(position);
                }
            }
        }

        /** @return a rectangle for each line of the words, in points from the upper left corner */
        List<Rectangle2D> lines(String words, int earlier) {
            String sought = plain(words);
            int at = sought.isEmpty() ? -1 : text.indexOf(sought);
            for (int i = 0; i < earlier && at >= 0; i++) {
                int next = text.indexOf(sought, at + 1);
                at = next < 0 ? at : next;
            }
            List<Rectangle2D> lines = new ArrayList<>();
            for (int i = at; at >= 0 && i < at + sought.length(); i++) {
                add(box(places.get(i)), lines);
            }
            return lines;
        }

        private static Rectangle2D box(TextPosition position) {
            double height = position.getHeightDir();
            return new Rectangle2D.Double(
                    position.getXDirAdj(),
                    position.getYDirAdj() - height * (1 + ABOVE),
                    position.getWidthDirAdj(),
                    height * (1 + 2 * ABOVE));
        }

        private static void add(Rectangle2D box, List<Rectangle2D> lines) {
            Rectangle2D last = lines.isEmpty() ? null : lines.getLast();
            boolean same = last != null
                    && Math.abs(last.getCenterY() - box.getCenterY()) < Math.max(last.getHeight(), box.getHeight()) / 2
                    && box.getX() >= last.getX();
            if (same && last != null) {
                last.add(box);
            } else {
                lines.add(box);
            }
        }
    }
}
