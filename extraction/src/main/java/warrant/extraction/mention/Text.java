package warrant.extraction.mention;

import java.util.List;
import warrant.graph.Literal;

/** A text that is searched with regular expressions, whose matches become mentions counted in code points. */
record Text(String string) {

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
