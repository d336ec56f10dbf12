package warrant.llm.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of an answer as its bytes come. It ends before the first of some stop strings, wherever tokens are cut. What
 * could still turn out to begin a stop string, or is no whole character yet, is held back. Not for many threads.
 */
public final class Unfolding {
    private final List<String> stops;
    private final int longest;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final StringBuilder text = new StringBuilder();
    private byte[] half = {};
    private int told;
    private boolean stopped;

    /** @param stops none empty */
    public Unfolding(List<String> stops) {
        this.stops = List.copyOf(stops);
        this.longest = stops.stream().mapToInt(String::length).max().orElse(1);
    }

    /** Adds the bytes of a token. */
    public void add(byte[] utf8) {
        decode(utf8, false);
    }

    /** Adds nothing more: what was held back belongs to the text. */
    public void end() {
        decode(new byte[0], true);
        stopped = true;
    }

    private void decode(byte[] utf8, boolean last) {
        if (stopped) {
            return;
        }
        int before = text.length();
        ByteBuffer in = ByteBuffer.allocate(half.length + utf8.length)
                .put(half)
                .put(utf8)
                .flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, last);
        half = new byte[in.remaining()];
        in.get(half);
        text.append(out.flip());
        int from = Math.max(told, before - longest + 1);
        int end = stops.stream()
                .mapToInt(stop -> text.indexOf(stop, from))
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        if (end >= 0) {
            text.setLength(end);
            stopped = true;
        }
    }

    /** @return whether a stop string was found or the text has ended */
    public boolean stopped() {
        return stopped;
    }

    /** @return what has become certain since this was called last */
    public String more() {
        int sure = stopped ? text.length() : text.length() - maybe();
        String more = text.substring(told, Math.max(told, sure));
        told += more.length();
        return more;
    }

    /** @return how many of the last characters may begin a stop string */
    private int maybe() {
        for (int length = Math.min(longest - 1, text.length()); length > 0; length--) {
            String tail = text.substring(text.length() - length);
            if (stops.stream().anyMatch(stop -> stop.startsWith(tail))) {
                return length;
            }
        }
        return 0;
    }

    /** @return all of it so far, with what is held back */
    public String text() {
        return text.toString();
    }
}
