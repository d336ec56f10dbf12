package warrant.llm.token;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.HuggingFaceTokenizer;

/** The two ways to begin with a text: which pieces merge among themselves, and which tokens their letters are. */
sealed interface Pieces {
    /** Appends the tokens of a text. */
    void encode(String text, List<Integer> into);

    /** @return whether a text at the beginning of all gets a space before it */
    boolean spaceFirst();

    /** @return whether a space before a word is part of the word's token, however the text is cut */
    boolean keepsSpaceInWord();

    /** Bytes written as letters, in pieces by a splitting rule (GPT-2). */
    final class ByteLevel implements Pieces {
        private final Splitting splitting;
        private final boolean nfc;
        private final boolean wholeFirst;
        private final Map<String, Integer> ids;
        private final Merges merges;
        private final int[] letterIds = new int[512];

        ByteLevel(Checkpoint file, Map<String, Integer> ids) {
            this.ids = ids;
            this.merges = Merges.listed(file, ids);
            boolean spelled = file.has(HuggingFaceTokenizer.SPLIT);
            String name = spelled ? "" : file.text("tokenizer.ggml.pre");
            this.splitting = spelled
                    ? Splitting.by(file.list(HuggingFaceTokenizer.SPLIT, String.class), file.path())
                    : Splitting.named(name, file.path());
            this.nfc = file.findTruth(HuggingFaceTokenizer.NFC).orElse(false);
            this.wholeFirst = file.findTruth(HuggingFaceTokenizer.WHOLE_FIRST).orElse(name.startsWith("llama"));
            for (char letter = 0; letter < letterIds.length; letter++) {
                letterIds[letter] = ids.getOrDefault(String.valueOf(letter), -1);
            }
        }

        @Override
        public void encode(String text, List<Integer> into) {
            String normal = nfc ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
            for (String part : splitting.split(normal)) {
                String piece = ByteLetters.toLetters(part);
                Integer whole = wholeFirst || piece.length() == 1 ? ids.get(piece) : null;
                if (whole != null) {
                    into.add(whole);
                } else {
                    into.addAll(merges.joined(
                            piece.chars().map(letter -> letterIds[letter]).toArray()));
                }
            }
        }

        @Override
        public boolean spaceFirst() {
            return false;
        }

        @Override
        public boolean keepsSpaceInWord() {
            return false;
        }
    }

    /** Letters, with {@code ▁} for a space, in one piece; what is no token comes in bytes (sentencepiece). */
    final class SentencePiece implements Pieces {
        static final String SPACE = "▁";

        private final Map<String, Integer> ids;
        private final Merges merges;
        private final Pattern apart;
        private final boolean spaceFirst;
        private final int[] byteIds = new int[256];
        private final int unknown;

        /** @param apart tokens that stay themselves wherever they stand in a text */
        SentencePiece(Checkpoint file, Map<String, Integer> ids, Pattern apart) {
            this.ids = ids;
            this.apart = apart;
            this.merges = file.has("tokenizer.ggml.merges") ? Merges.listed(file, ids) : Merges.scored(file, ids);
            this.spaceFirst = file.findTruth("tokenizer.ggml.add_space_prefix").orElse(true);
            this.unknown = file.number("tokenizer.ggml.unknown_token_id", 0, ids.size(), 0);
            Arrays.setAll(byteIds, b -> ids.getOrDefault("<0x%02X>".formatted(b), unknown));
        }

        @Override
        public boolean spaceFirst() {
            return spaceFirst;
        }

        @Override
        public boolean keepsSpaceInWord() {
            return true;
        }

        @Override
        public void encode(String text, List<Integer> into) {
            Matcher matcher = apart.matcher(text);
            int at = 0;
            while (!apart.pattern().isEmpty() && matcher.find()) {
                plain(text.substring(at, matcher.start()), into);
                into.add(ids.getOrDefault(matcher.group(), unknown));
                at = matcher.end();
            }
            plain(text.substring(at), into);
        }

        private void plain(String text, List<Integer> into) {
            List<Integer> letters = new ArrayList<>();
            text.replace(" ", SPACE).codePoints().mapToObj(Character::toString).forEach(letter -> {
                Integer id = ids.get(letter);
                if (id != null) {
                    letters.add(id);
                } else {
                    for (byte b : letter.getBytes(StandardCharsets.UTF_8)) {
                        letters.add(byteIds[b & 0xFF]);
                    }
                }
            });
            into.addAll(
                    merges.joined(letters.stream().mapToInt(Integer::intValue).toArray()));
        }
    }
}
