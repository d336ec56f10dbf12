package warrant.extraction.mention;

import java.util.List;
import warrant.graph.Literal;

/** A text that is searched with regular expressions, whose matches become mentions counted in code points. */
record Text(String string) {
    /** A line as long as this was broken because it was full; a shorter one ended because its sense did. */
    private static final int FULL_LINE = 60;

    /**
     * @return the same text with a line separator, which no white-space pattern matches, in the place of the end of
     *     each line that was not full: a name does not go on there
     */
    Text flow() {
        StringBuilder flow = new StringBuilder(string);
        int line = 0;
        for (int i = 0; i < string.length(); i++) {
            if (string.charAt(i) == '\n') {
                boolean full = i - line >= FULL_LINE && i + 1 < string.length() && string.charAt(i + 1) != '\n';
                flow.setCharAt(i, full ? '\n' : '\u2028');
                line = i + 1;
            }
        }
        return new Text(flow.toString());
    }

    Mention.Value value(int begin, int end, List<Literal> readings) {
        return new Mention.Value(point(begin), point(end), string.substring(begin, end), readings);
    }

    Mention.Name name(int begin, int end, Mention.Sort sort, String name) {
        return new Mention.Name(point(begin), point(end), string.substring(begin, end), sort, name);
    }

    Mention.Name name(int begin, int end, Mention.Sort sort) {
        return name(begin, end, sort, string.substring(begin, end));
    }

    /** @return code points before an index of the string */
    int point(int index) {
        return string.codePointCount(0, index);
    }

    /** @return index in the string of a number of code points */
    int index(int point) {
        return string.offsetByCodePoints(0, point);
    }
}
