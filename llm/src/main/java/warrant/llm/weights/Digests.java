package warrant.llm.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** SHA-256, which every Java platform must have: a model file is its hash. */
public final class Digests {
    private static final int PIECE = 1 << 20;

    private Digests() {}

    /** @return a digest that has seen nothing yet */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256, which its specification demands", e);
        }
    }

    /** @return of the text in UTF-8, in hexadecimal */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads the whole file.
     *
     * @return in hexadecimal
     * @throws ModelException with code {@code UPSTREAM} if the file cannot be read
     */
    public static String of(Path file) {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot read the model file " + file + ": " + failure, failure);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
