package warrant.rules.language;

/** The lines of a file as they are laid out. */
final class FormatLines {
    private final StringBuilder done = new StringBuilder();
    private final StringBuilder current = new StringBuilder();
    private boolean closed;
    private int indent;

    boolean isEmpty() {
        return done.isEmpty() && current.isEmpty();
    }

    /** @return whether the line holds nothing but this word */
    boolean isFirst(String word) {
        return current.toString().strip().equals(word);
    }

    void word(String word) {
        if (closed) {
            line(indent, false);
        }
        current.append(word);
    }

    void blank(int many) {
        if (!current.isEmpty() && !closed) {
            current.append(" ".repeat(many));
        }
    }

    /** Begins a line, after an empty one if there is anything before. */
    void line(int by, boolean parted) {
        if (!current.isEmpty()) {
            done.append(current.toString().stripTrailing()).append('\n');
        }
        if (parted && !done.isEmpty()) {
            done.append('\n');
        }
        current.setLength(0);
        current.append(" ".repeat(by));
        closed = false;
        indent = by;
    }

    void trailing(String comment) {
        current.append("  ").append(comment);
        closed = true;
    }

    void comment(String comment, int by, boolean parted) {
        line(by, parted);
        current.append(comment);
        closed = true;
    }

    String text() {
        return done + current.toString().stripTrailing() + (isEmpty() ? "" : "\n");
    }
}
