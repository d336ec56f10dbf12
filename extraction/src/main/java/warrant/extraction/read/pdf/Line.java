package warrant.extraction.read.pdf;

import java.util.List;

/**
 * A printed line. Lengths are in points, from the upper left corner of the page.
 *
 * @param page counted from 1
 * @param y of the base line
 * @param size of the font, the largest in the line
 */
record Line(int page, float y, float size, float pageHeight, List<Word> words) {
    /** Gap between words, in font sizes, from which on they stand in different columns. */
    private static final float COLUMN_GAP = 1.6f;

    Line {
        words = List.copyOf(words);
    }

    /** A run of characters without a gap that PDFBox takes for a blank; may hold blanks that the file wrote itself. */
    record Word(String text, float begin, float end) {}

    float begin() {
        return words.getFirst().begin();
    }

    float end() {
        return words.getLast().end();
    }

    /** @return the words with blanks between them, and a tab where a column ends */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                text.append(isColumnEnd(i) ? "\t" : " ");
            }
            text.append(words.get(i).text());
        }
        return text.toString().strip();
    }

    boolean isColumnEnd(int word) {
        return words.get(word).begin() - words.get(word - 1).end() > COLUMN_GAP * size;
    }

    /** @return width of the first word, as near as it can be told from a run */
    float firstWord() {
        Word first = words.getFirst();
        int blank = first.text().strip().indexOf(' ');
        float width = first.end() - first.begin();
        return blank < 0 ? width : width * blank / first.text().length();
    }
}
