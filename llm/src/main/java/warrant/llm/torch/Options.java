package warrant.llm.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import warrant.llm.Context.Question;
import warrant.llm.token.Tokenizer;

/**
 * The token sequences that stand for the options of a question.
 *
 * @param sequences for each option its writings, each at least one token
 * @param whole whether an option's probability needs all its tokens; else the first tokens tell the options apart
 */
record Options(List<List<int[]>> sequences, boolean whole) {

    /** The options as they are, each in one writing, to the last token. */
    static Options exact(Tokenizer tokenizer, Question question) {
        return new Options(
                question.options().stream()
                        .map(option -> List.of(tokenizer.encode(option)))
                        .toList(),
                true);
    }

    /**
     * The options in the writings in which a model may mean them: with a small or a capital letter, with a space after
     * the lead. Where one option could be written as another, they are taken as they are.
     */
    static Options variants(Tokenizer tokenizer, Question question) {
        List<List<int[]>> sequences = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        int writings = 0;
        for (String option : question.options()) {
            Set<String> variants = writings(tokenizer, question.lead(), option);
            writings += variants.size();
            taken.addAll(variants);
            sequences.add(variants.stream().map(tokenizer::encode).toList());
        }
        if (taken.size() < writings) {
            return distinct(tokenizer, exact(tokenizer, question).sequences());
        }
        return distinct(tokenizer, sequences);
    }

    private static Set<String> writings(Tokenizer tokenizer, String lead, String option) {
        Set<String> writings = new LinkedHashSet<>();
        writings.add(option);
        String first = option.substring(0, 1);
        String rest = option.substring(1);
        writings.add(first.toUpperCase(Locale.ROOT) + rest);
        writings.add(first.toLowerCase(Locale.ROOT) + rest);
        boolean open =
                lead.isEmpty() ? tokenizer.saysSpaceFirst() : !Character.isWhitespace(lead.charAt(lead.length() - 1));
        if (open && !Character.isWhitespace(first.charAt(0))) {
            for (String writing : List.copyOf(writings)) {
                writings.add(" " + writing);
            }
        }
        return writings;
    }

    private static Options distinct(Tokenizer tokenizer, List<List<int[]>> sequences) {
        Map<Integer, Integer> optionOf = new HashMap<>();
        boolean whole = false;
        for (int option = 0; option < sequences.size(); option++) {
            for (int[] sequence : sequences.get(option)) {
                Integer other = optionOf.put(sequence[0], option);
                whole |= other != null && other != option;
            }
        }
        if (whole) {
            return new Options(prefixed(sequences) ? ended(sequences, tokenizer.endOfTurn()) : sequences, true);
        }
        return new Options(sequences.stream().map(Options::firsts).toList(), false);
    }

    private static List<int[]> firsts(List<int[]> writings) {
        return writings.stream()
                .map(sequence -> sequence[0])
                .distinct()
                .map(token -> new int[] {token})
                .toList();
    }

    /** @return whether a sequence begins another: then only the end of the turn tells them apart */
    private static boolean prefixed(List<List<int[]>> sequences) {
        List<int[]> all = sequences.stream().flatMap(List::stream).toList();
        return all.stream()
                .anyMatch(a -> all.stream()
                        .anyMatch(b -> a.length < b.length && Arrays.equals(a, Arrays.copyOf(b, a.length))));
    }

    private static List<List<int[]>> ended(List<List<int[]>> sequences, int end) {
        return sequences.stream()
                .map(writings -> writings.stream()
                        .map(sequence -> TorchLanguageModel.join(sequence, new int[] {end}))
                        .toList())
                .toList();
    }
}
