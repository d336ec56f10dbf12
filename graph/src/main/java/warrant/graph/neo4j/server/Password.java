package warrant.graph.neo4j.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A password that nobody needs to know, and the form in which Neo4j takes the first one. */
final class Password {
    private static final int BYTES = 24;
    private static final int SALT_BYTES = 32;
    private static final int ROUNDS = 1024;

    private Password() {}

    static String generate() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
    }

    /** The line of Neo4j's {@code auth.ini}, as {@code neo4j-admin dbms set-initial-password} writes it. */
    static String initial(String user, String password) {
        byte[] salt = random(SALT_BYTES);
        HexFormat hex = HexFormat.of();
        return user + ":SHA-256," + hex.formatHex(hash(salt, password)) + "," + hex.formatHex(salt) + "," + ROUNDS
                + ":\n";
    }

    static byte[] hash(byte[] salt, String password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(password.getBytes(StandardCharsets.UTF_8));
            for (int round = 1; round < ROUNDS; round++) {
                hash = digest.digest(hash);
            }
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
