package warrant.extraction.read.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the lines of a document with their places, in the order in which the file writes them. */
final class LineStripper extends PDFTextStripper {
    private final List<Line> lines = new ArrayList<>();
    private final List<Line.Word> words = new ArrayList<>();
    private float y;
    private float size;
    private float height;

    private LineStripper() {
        setSuppressDuplicateOverlappingText(true);
    }

    /** @param last page, counted from 1 and included */
    static List<Line> lines(PDDocument pdf, int last) throws IOException {
        LineStripper stripper = new LineStripper();
        stripper.setEndPage(last);
        stripper.writeText(pdf, Writer.nullWriter());
        return stripper.lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        String visible = text.strip();
        if (visible.isEmpty() || positions.isEmpty()) {
            return;
        }
        TextPosition first = positions.getFirst();
        TextPosition last = positions.getLast();
        for (TextPosition position : positions) {
            size = Math.max(size, position.getFontSizeInPt());
        }
        y = first.getYDirAdj();
        height = first.getPageHeight();
        words.add(new Line.Word(visible, first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj()));
    }

    @Override
    protected void writeLineSeparator() {
        flush();
    }

    @Override
    protected void writePageEnd() {
        flush();
    }

    private void flush() {
        if (!words.isEmpty()) {
            lines.add(new Line(getCurrentPageNo(), y, size, height, words));
        }
        words.clear();
        size = 0;
    }

    @Override
    public void processPage(org.apache.pdfbox.pdmodel.PDPage page) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("interrupted on page " + getCurrentPageNo());
        }
        super.processPage(page);
    }
}
