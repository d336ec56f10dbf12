package warrant.llm.token;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;

/**
 * Byte-level byte-pair encoding with the vocabulary, merges and splitting rule of a model file.
 *
 * <p>Text is never taken for a special token, whatever it contains: {@link #encode} writes {@code <|im_end|>} of a
 * document letter by letter. Only {@link #encodeTemplate} makes special tokens. Immutable.
 */
public final class Tokenizer {
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;

    private final byte[][] bytesOf;
    private final Map<String, Integer> specials;
    private final Pattern special;
    private final Splitting splitting;
    private final Merges merges;
    private final int endOfTurn;
    private final boolean[] control;

    private Tokenizer(
            byte[][] bytesOf,
            Map<String, Integer> specials,
            boolean[] control,
            Splitting splitting,
            Merges merges,
            int endOfTurn) {
        this.bytesOf = bytesOf;
        this.specials = specials;
        this.control = control;
        this.splitting = splitting;
        this.merges = merges;
        this.endOfTurn = endOfTurn;
        this.special = Pattern.compile(specials.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** @throws ModelException with code {@code USER} if the file has a tokenizer of another kind */
    public static Tokenizer of(Checkpoint file) {
        String kind = file.text("tokenizer.ggml.model");
        if (!kind.equals("gpt2")) {
            throw new ModelException(
                    Code.USER,
                    file.path() + " has a tokenizer of kind " + kind + "; only gpt2 (byte-level BPE) is read");
        }
        List<String> texts = file.list("tokenizer.ggml.tokens", String.class);
        List<Long> types = file.list("tokenizer.ggml.token_type", Long.class);
        if (types.size() != texts.size()) {
            throw new ModelException(Code.UPSTREAM, file.path() + ": there are not as many token types as tokens");
        }
        byte[][] bytesOf = new byte[texts.size()][];
        boolean[] control = new boolean[texts.size()];
        Map<String, Integer> ids = new HashMap<>(texts.size() * 2);
        Map<String, Integer> specials = new HashMap<>();
        for (int id = 0; id < bytesOf.length; id++) {
            String text = texts.get(id);
            int type = types.get(id).intValue();
            ids.putIfAbsent(text, id);
            control[id] = type != 1 && type != USER_DEFINED;
            boolean whole = type == CONTROL || type == USER_DEFINED;
            if (whole && !text.isEmpty()) {
                specials.put(text, id);
            }
            bytesOf[id] = type == 1 ? ByteLetters.toBytes(text) : text.getBytes(StandardCharsets.UTF_8);
        }
        return new Tokenizer(
                bytesOf,
                Map.copyOf(specials),
                control,
                Splitting.named(file.text("tokenizer.ggml.pre"), file.path()),
                Merges.of(file, ids),
                file.number("tokenizer.ggml.eos_token_id", 0, bytesOf.length - 1));
    }

    /** @return number of tokens that exist */
    public int size() {
        return bytesOf.length;
    }

    /** @return the token with which the model ends its turn */
    public int endOfTurn() {
        return endOfTurn;
    }

    /** @return whether this token stands for no text: a mark of the template or padding */
    public boolean isControl(int token) {
        return control[token];
    }

    /** @return the tokens that stand for no text, and the end of the turn */
    public BitSet controls() {
        BitSet controls = new BitSet(control.length);
        IntStream.range(0, control.length).filter(token -> control[token]).forEach(controls::set);
        controls.set(endOfTurn);
        return controls;
    }

    /** @return the bytes of UTF-8 that this token stands for; not to be changed */
    public byte[] bytes(int token) {
        return bytesOf[token];
    }

    /** @return the text as tokens, none of them special */
    public int[] encode(String text) {
        List<Integer> tokens = new ArrayList<>();
        for (String piece : splitting.split(text)) {
            merges.encode(ByteLetters.toLetters(piece), tokens);
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @return the text as tokens, special ones where their names stand */
    public int[] encodeTemplate(String text) {
        List<Integer> tokens = new ArrayList<>();
        Matcher matcher = special.matcher(text);
        int at = 0;
        while (!specials.isEmpty() && matcher.find()) {
            addAll(tokens, encode(text.substring(at, matcher.start())));
            tokens.add(specials.getOrDefault(matcher.group(), endOfTurn));
            at = matcher.end();
        }
        addAll(tokens, encode(text.substring(at)));
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @return the text of the tokens; bytes that are no UTF-8 become U+FFFD */
    public String decode(List<Integer> tokens) {
        var bytes = new ByteArrayOutputStream();
        for (int token : tokens) {
            bytes.writeBytes(bytesOf[token]);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void addAll(List<Integer> list, int[] tokens) {
        for (int token : tokens) {
            list.add(token);
        }
    }
}
