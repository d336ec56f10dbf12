package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;

/** Looks into a zip package before a library unpacks it. */
public final class Packages {
    private static final int MOST_MEMBERS = 10_000;
    private static final long BUFFER = 1 << 16;

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
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.add(entry.getName());
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    total += n;
                    if (total > limits.unpackedBytes() || members.size() > MOST_MEMBERS) {
                        throw new ReadException(
                                ReadException.Who.LIMIT,
                                name + " unpacks to more than " + (limits.unpackedBytes() >> 20)
                                        + " MiB or " + MOST_MEMBERS
                                        + " members and was not opened: if it can be trusted, raise"
                                        + " the limit, else remove it.");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw damaged(name, broken);
        }
        return members;
    }

    static ReadException damaged(String name, Exception cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = why.lines().findFirst().orElse("");
        return new ReadException(
                name + " is damaged or cut off (" + line + "): get it again from where it came.", cause);
    }
}
