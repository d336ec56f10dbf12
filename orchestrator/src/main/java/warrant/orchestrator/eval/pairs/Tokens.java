package warrant.orchestrator.eval.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text in tokens. */
record Tokens(List<String> words) {
    private static final Set<String> CLOSE = Set.of(".", ",", ";", ":", "!", "?", ")", "%", "''", "'", "”");
    private static final Set<String> OPEN = Set.of("(", "``", "“", "$");
    private static final Set<String> INSIDE = Set.of("of", "the", "and", "&", "for", "de", "von", "van");
    /** Words that a sentence begins with and that are no names. */
    private static final Set<String> OPENING = Set.of(
            "in",
            "on",
            "at",
            "by",
            "from",
            "of",
            "for",
            "with",
            "to",
            "after",
            "before",
            "as",
            "when",
            "while",
            "if",
            "and",
            "but",
            "or",
            "a",
            "an",
            "this",
            "that",
            "these",
            "those",
            "there",
            "it",
            "its",
            "he",
            "his",
            "she",
            "her",
            "they",
            "their",
            "we",
            "our",
            "you",
            "your",
            "i",
            "my",
            "who",
            "what",
            "how",
            "why",
            "where",
            "one",
            "no",
            "not",
            "all",
            "some",
            "other",
            "also",
            "today",
            "yesterday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private static final int MOST_INSIDE = 2;
    /** Letters and stop of an initial, as in {@code J. Doe}. */
    private static final int LONGEST_INITIAL = 2;

    /** A name: the tokens from {@code begin} to before {@code end}. */
    record Run(int begin, int end) {}

    Tokens {
        words = List.copyOf(words);
    }

    /** @return the tokens as one would write them, without spaces before punctuation */
    String text(int begin, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = begin; i < end; i++) {
            String word = words.get(i);
            boolean joined =
                    i == begin || CLOSE.contains(word) || word.startsWith("'") || OPEN.contains(words.get(i - 1));
            text.append(joined ? "" : " ").append(word);
        }
        return text.toString();
    }

    String text() {
        return text(0, words.size());
    }

    /** Runs of capitalised words, with short words between two of them. */
    List<Run> names() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!capital(i)) {
                continue;
            }
            int end = i + 1;
            for (int next = next(end); next > 0; next = next(end)) {
                end = next;
            }
            add(i, end, runs);
            i = end - 1;
        }
        return runs;
    }

    /** @return the names that a run holds if its short words are no part of a name: {@code Ines Holt of Harl} */
    List<Run> parts(Run run) {
        List<Run> parts = new ArrayList<>();
        int from = run.begin();
        for (int i = run.begin(); i <= run.end(); i++) {
            if (i == run.end() || INSIDE.contains(words.get(i))) {
                if (i > from) {
                    parts.add(new Run(from, i));
                }
                from = i + 1;
            }
        }
        return parts;
    }

    /** A word of grammar that opens the run, and an abbreviated title with what stands before it, are no part of it. */
    private void add(int begin, int end, List<Run> runs) {
        int from = begin;
        for (int i = begin; i < end - 1; i++) {
            String word = words.get(i);
            boolean title = word.endsWith(".") && word.length() > LONGEST_INITIAL;
            boolean opens = i == from && OPENING.contains(word.toLowerCase(Locale.ROOT));
            from = title || opens ? i + 1 : from;
        }
        if (!OPENING.contains(words.get(from).toLowerCase(Locale.ROOT))) {
            runs.add(new Run(from, end));
        }
    }

    /** @return where the name goes on to, or 0 if it ends at a token */
    private int next(int at) {
        int last = at;
        while (last < words.size() && last - at < MOST_INSIDE && INSIDE.contains(words.get(last))) {
            last++;
        }
        boolean over = last == at || !words.get(at).equals("and");
        return last < words.size() && over && capital(last) ? last + 1 : 0;
    }

    private boolean capital(int at) {
        String word = words.get(at);
        return Character.isUpperCase(word.codePointAt(0));
    }
}
