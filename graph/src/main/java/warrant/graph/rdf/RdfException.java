package warrant.graph.rdf;

import org.jspecify.annotations.Nullable;

/** A file that its author must repair. The message reads {@code file:line:column: what is wrong. Maybe ...}. */
public final class RdfException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;
    private final long column;
    private final String problem;

    /**
     * @param line from 1; 0 if the whole file is meant
     * @param column from 1; 0 if the whole line is meant
     * @param problem one sentence: what was expected, what was found
     * @param suggestion what the author may have meant, if that can be guessed
     */
    RdfException(String file, long line, long column, String problem, @Nullable String suggestion) {
        super(place(file, line, column) + ": " + problem + (suggestion == null ? "" : ". Maybe " + suggestion));
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    private static String place(String file, long line, long column) {
        return line == 0 ? file : file + ":" + line + (column == 0 ? "" : ":" + column);
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    public long column() {
        return column;
    }

    public String problem() {
        return problem;
    }
}
