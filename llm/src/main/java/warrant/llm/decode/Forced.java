package warrant.llm.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a constraint leaves no choice about. */
public final class Forced {
    private static final int MOST_BYTES = 256;

    private Forced() {}

    /** @return what must come next, up to where there is a choice or the answer may end; whole characters */
    public static String text(Acceptor.State from) {
        var bytes = new ByteArrayOutputStream();
        Acceptor.@Nullable State at = from == Acceptor.Anything.INSTANCE ? null : from;
        while (at != null && !at.complete() && bytes.size() < MOST_BYTES) {
            int only = only(at);
            at = only < 0 ? null : at.next(only);
            if (only >= 0) {
                bytes.write(only);
            }
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.endsWith("\uFFFD") ? text.substring(0, text.indexOf('\uFFFD')) : text;
    }

    /** @return the only byte that may follow, or -1 */
    private static int only(Acceptor.State state) {
        int only = -1;
        for (int octet = 0; octet < 256; octet++) {
            if (state.next(octet) != null) {
                if (only >= 0) {
                    return -1;
                }
                only = octet;
            }
        }
        return only;
    }
}
