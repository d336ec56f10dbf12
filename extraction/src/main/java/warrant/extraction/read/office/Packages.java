package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;

/** Looks into a zip package before a library unpacks it. */
public final class Packages {
    private static final int MOST_MEMBERS = 10_000;
    private static final long BUFFER = 1 << 16;
    /** What is read as a stream and never held as a whole may be so many times larger. */
    private static final int STREAMED_TIMES = 16;

    private static final Pattern STREAMED = Pattern.compile("xl/(?:worksheets/[^/]+|sharedStrings)\\.xml");

    private Packages() {}

    /**
     * Unpacks everything once, to nowhere.
     *
     * @return names of the members
     * @throws ReadException if the package is damaged or unpacks to more than the limits allow
     */
    public static List<String> members(String name, byte[] bytes, Settings limits) throws ReadException {
        List<String> members = new ArrayList<>();
        byte[] buffer = new byte[(int) BUFFER];
        long held = 0;
        long streamed = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.add(entry.getName());
                boolean stream = STREAMED.matcher(entry.getName()).matches();
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    held += stream ? 0 : n;
                    streamed += stream ? n : 0;
                    if (held > limits.unpackedBytes()
                            || streamed > limits.unpackedBytes() * STREAMED_TIMES
                            || members.size() > MOST_MEMBERS) {
                        throw tooLarge(name, limits);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw damaged(name, broken);
        }
        boolean workbook = members.contains("xl/workbook.xml") && !members.contains("word/document.xml");
        if (!workbook && held + streamed > limits.unpackedBytes()) {
            throw tooLarge(name, limits);
        }
        return members;
    }

    private static ReadException tooLarge(String name, Settings limits) {
        return new ReadException(
                ReadException.Who.LIMIT,
                name + " unpacks to more than " + (limits.unpackedBytes() >> 20) + " MiB or " + MOST_MEMBERS
                        + " members and was not opened: if it can be trusted, raise the limit, else remove it.");
    }

    static ReadException damaged(String name, Exception cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = why.lines().findFirst().orElse("");
        return new ReadException(
                name + " is damaged or cut off (" + line + "): get it again from where it came.", cause);
    }
}
