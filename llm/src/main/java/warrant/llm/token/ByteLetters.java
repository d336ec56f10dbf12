package warrant.llm.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The letters by which GPT-2 vocabularies write bytes: printable Latin-1 characters stand for themselves, the other 68
 * bytes for U+0100 and following.
 */
final class ByteLetters {
    private static final char[] LETTER = new char[256];
    private static final short[] BYTE = new short[512];

    static {
        Arrays.fill(BYTE, (short) -1);
        int next = 256;
        for (int b = 0; b < 256; b++) {
            boolean itself = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE && b <= 0xFF);
            LETTER[b] = (char) (itself ? b : next++);
            BYTE[LETTER[b]] = (short) b;
        }
    }

    private ByteLetters() {}

    /** @return one letter a byte of the text's UTF-8 */
    static String toLetters(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        char[] letters = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            letters[i] = LETTER[bytes[i] & 0xFF];
        }
        return new String(letters);
    }

    /** @return the bytes; a word that is not written in byte letters counts as its UTF-8 */
    static byte[] toBytes(String letters) {
        byte[] bytes = new byte[letters.length()];
        for (int i = 0; i < bytes.length; i++) {
            char letter = letters.charAt(i);
            if (letter >= BYTE.length || BYTE[letter] < 0) {
                return letters.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) BYTE[letter];
        }
        return bytes;
    }
}
