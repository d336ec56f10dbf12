package warrant.extraction.read.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Settings;

/** Opens Office files that are protected by a password. */
public final class Locks {
    private Locks() {}

    /** @return the package inside, unlocked by one of the known passwords; the file itself if it is not locked */
    public static byte[] opened(String name, byte[] bytes, Settings limits) throws ReadException {
        boolean compound = bytes.length > 8 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF;
        if (!compound) {
            return bytes;
        }
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (!files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return bytes;
            }
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(files));
            for (String password : limits.passwords()) {
                if (decryptor.verifyPassword(password)) {
                    try (InputStream inside = decryptor.getDataStream(files)) {
                        return inside.readNBytes((int) Math.min(limits.bytes(), Integer.MAX_VALUE - 8));
                    }
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException broken) { // POI's on broken files
            throw Packages.damaged(name, broken);
        }
        throw locked(name, new IOException("none of " + limits.passwords().size() + " passwords fits"));
    }

    static ReadException locked(String name, Throwable cause) {
        return new ReadException(
                name
                        + " is protected by a password that is not known here: ask its owner for a copy without one, or write"
                        + " the password into passwords.txt beside matter.yaml.",
                cause);
    }
}
