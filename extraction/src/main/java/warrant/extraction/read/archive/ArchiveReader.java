package warrant.extraction.read.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;
import warrant.extraction.read.page.Content;
import warrant.extraction.read.page.Enclosed;
import warrant.extraction.read.page.FormatReader;

/**
 * Opens zip archives. Nothing is written to the disk, so that a member's name cannot lead anywhere; what a name would
 * lead out of the archive is left out of it.
 */
public final class ArchiveReader implements FormatReader {
    private static final int MOST = 1_000;

    @Override
    public Content read(String name, byte[] bytes, Settings limits) throws ReadException {
        List<Enclosed> enclosed = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            long total = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || isDebris(entry.getName())) {
                    continue;
                }
                if (enclosed.size() == MOST) {
                    warnings.add("only the first " + MOST + " files of the archive were read");
                    break;
                }
                long room = Math.min(limits.bytes(), limits.unpackedBytes() - total);
                byte[] member = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, room + 1));
                if (member.length > room) {
                    throw new ReadException(
                            ReadException.Who.LIMIT,
                            name + " unpacks to more than " + (limits.unpackedBytes() >> 20)
                                    + " MiB: if it can be trusted, unpack it, and ingest the parts.");
                }
                total += member.length;
                enclosed.add(new Enclosed(inside(entry.getName()), member));
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new ReadException(
                    name + " is a zip archive that is damaged, cut off or protected by a password ("
                            + broken.getMessage() + "): unpack it yourself, and ingest the files.",
                    broken);
        }
        return new Content("application/zip", "zip 1", null, null, List.of(), List.of(), warnings, enclosed);
    }

    /** What systems leave in archives beside the files. */
    private static boolean isDebris(String name) {
        return name.startsWith("__MACOSX/") || name.matches("(?:.*/)?(?:\\.DS_Store|Thumbs\\.db|desktop\\.ini|\\._.*)");
    }

    private static String inside(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.replace('\\', '/').split("/")) {
            if (!part.isBlank() && !part.equals(".") && !part.equals("..") && !part.matches("[A-Za-z]:")) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? "unnamed" : String.join("/", parts);
    }
}
