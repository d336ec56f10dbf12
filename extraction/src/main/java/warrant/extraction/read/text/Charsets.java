package warrant.extraction.read.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes bytes whose encoding nobody wrote down. */
public final class Charsets {
    private Charsets() {}

    /** @param name of the encoding, as Java calls it */
    public record Decoded(String text, String name) {}

    /** A byte order mark decides, then whether the bytes are UTF-8, then the statistics of ICU's detector. */
    public static Decoded decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return new Decoded(text, "UTF-8");
            }
        } catch (CharacterCodingException notUtf8) {
            return detected(bytes);
        }
        return detected(bytes);
    }

    private static Decoded detected(byte[] bytes) {
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        String name = match == null ? "windows-1252" : match.getName();
        boolean latin = name.startsWith("ISO-8859-1") || !Charset.isSupported(name);
        return decoded(bytes, 0, Charset.forName(latin ? "windows-1252" : name));
    }

    private static Decoded decoded(byte[] bytes, int from, Charset charset) {
        return new Decoded(new String(bytes, from, bytes.length - from, charset), charset.name());
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
