package warrant.extraction.read.page;

/** A file inside a file: a member of an archive, something attached to a message. */
public final class Enclosed {
    private final String name;
    private final byte[] bytes;

    /** @param bytes are not copied, and not to be changed afterwards */
    public Enclosed(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** @return as the outer file calls it; may be a path with {@code /} */
    public String name() {
        return name;
    }

    /** @return the file itself, not a copy */
    public byte[] bytes() {
        return bytes;
    }
}
