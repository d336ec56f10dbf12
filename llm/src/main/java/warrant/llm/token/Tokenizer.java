package warrant.llm.token;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;

/**
 * Byte-pair encoding, of bytes or of sentencepiece's letters, with the vocabulary and merges of a model file.
 *
 * <p>Text is never taken for a special token, whatever it contains: {@link #encode} writes {@code <|im_end|>} of a
 * document letter by letter. Only {@link #encodeTemplate} makes special tokens. Immutable.
 */
public final class Tokenizer {
    private static final Pattern BYTE_TOKEN = Pattern.compile("<0x[0-9A-Fa-f]{2}>");
    private static final int NORMAL = 1;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;

    private static final int BYTE = 6;

    private final byte[][] bytesOf;
    private final Map<String, Integer> specials;
    private final Pattern special;
    private final Pieces pieces;
    private final int endOfTurn;
    private final OptionalInt beginning;
    private final boolean[] control;

    private Tokenizer(Checkpoint file, Reading reading) {
        this.bytesOf = reading.bytesOf;
        this.control = reading.control;
        this.specials = Map.copyOf(reading.specials);
        this.special = anyOf(specials.keySet());
        this.pieces = reading.sentencePiece
                ? new Pieces.SentencePiece(file, reading.ids, anyOf(reading.apart))
                : new Pieces.ByteLevel(file, reading.ids);
        this.endOfTurn = file.number("tokenizer.ggml.eos_token_id", 0, bytesOf.length - 1);
        this.beginning = file.findTruth("tokenizer.ggml.add_bos_token").orElse(reading.sentencePiece)
                        && file.has("tokenizer.ggml.bos_token_id")
                ? OptionalInt.of(file.number("tokenizer.ggml.bos_token_id", 0, bytesOf.length - 1))
                : OptionalInt.empty();
    }

    private static Pattern anyOf(Set<String> texts) {
        return Pattern.compile(texts.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** The tokens of a file, sorted by what they are for. */
    private static final class Reading {
        private final boolean sentencePiece;
        private final byte[][] bytesOf;
        private final boolean[] control;
        private final Map<String, Integer> ids;
        private final Map<String, Integer> specials = new HashMap<>();
        private final Set<String> apart = new HashSet<>();

        Reading(List<String> texts, List<Long> types, boolean sentencePiece) {
            this.sentencePiece = sentencePiece;
            this.bytesOf = new byte[texts.size()][];
            this.control = new boolean[texts.size()];
            this.ids = new HashMap<>(texts.size() * 2);
            for (int id = 0; id < bytesOf.length; id++) {
                read(id, texts.get(id), types.get(id).intValue());
            }
        }

        private void read(int id, String text, int type) {
            ids.putIfAbsent(text, id);
            control[id] = type != NORMAL && type != USER_DEFINED && type != BYTE;
            if ((type == CONTROL || type == USER_DEFINED) && !text.isEmpty()) {
                specials.put(text, id);
            }
            if (type == USER_DEFINED && !text.isEmpty()) {
                apart.add(text);
            }
            bytesOf[id] = bytes(text, type);
        }

        private byte[] bytes(String text, int type) {
            if (type == BYTE && BYTE_TOKEN.matcher(text).matches()) {
                return new byte[] {(byte) Integer.parseInt(text.substring(3, 5), 16)};
            }
            if (type == NORMAL && !sentencePiece) {
                return ByteLetters.toBytes(text);
            }
            String plain = sentencePiece && type == NORMAL ? text.replace(Pieces.SentencePiece.SPACE, " ") : text;
            return plain.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** @throws ModelException with code {@code USER} if the file has a tokenizer of another kind */
    public static Tokenizer of(Checkpoint file) {
        String kind = file.text("tokenizer.ggml.model");
        if (!kind.equals("gpt2") && !kind.equals("llama")) {
            throw new ModelException(
                    Code.USER,
                    file.path() + " has a tokenizer of kind " + kind
                            + "; gpt2 (byte-level BPE) and llama (sentencepiece BPE) can be read");
        }
        List<String> texts = file.list("tokenizer.ggml.tokens", String.class);
        List<Long> types = file.list("tokenizer.ggml.token_type", Long.class);
        if (types.size() != texts.size()) {
            throw new ModelException(Code.UPSTREAM, file.path() + ": there are not as many token types as tokens");
        }
        return new Tokenizer(file, new Reading(texts, types, kind.equals("llama")));
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
        pieces.encode(text, tokens);
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @return the text as tokens, special ones where their names stand */
    public int[] encodeTemplate(String text) {
        List<Integer> tokens = new ArrayList<>();
        Matcher matcher = special.matcher(text);
        int at = 0;
        while (!specials.isEmpty() && matcher.find()) {
            addAll(tokens, encode(spaced(text.substring(at, matcher.start()), at > 0)));
            tokens.add(specials.getOrDefault(matcher.group(), endOfTurn));
            at = matcher.end();
        }
        addAll(tokens, encode(spaced(text.substring(at), at > 0)));
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    private String spaced(String text, boolean afterSpecial) {
        return afterSpecial && pieces.spaceFirst() && !text.isEmpty() ? " " + text : text;
    }

    /**
     * Some tokenizers keep the space before a word in the word: then a template's last space goes to the text behind
     * it.
     *
     * @return the template and the text behind it, in which no token is special
     */
    public int[] encode(String template, String text) {
        boolean moves = pieces.keepsSpaceInWord() && template.endsWith(" ") && !text.isEmpty();
        String before = moves ? template.substring(0, template.length() - 1) : template;
        List<Integer> tokens = new ArrayList<>();
        addAll(tokens, encodeTemplate(before));
        addAll(tokens, encode(moves ? " " + text : text));
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @return whether the model begins what it says with a space that is no part of it */
    public boolean saysSpaceFirst() {
        return pieces.spaceFirst();
    }

    /** @return the token that stands before all others, for texts that no template begins */
    public OptionalInt beginning() {
        return beginning;
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
