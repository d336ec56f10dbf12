package warrant.orchestrator.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.graph.Literal;
import warrant.graph.Triple;
import warrant.orchestrator.ground.Answer;
import warrant.orchestrator.ground.Backing;
import warrant.orchestrator.ground.Claim;
import warrant.orchestrator.matter.MatterQuestion.Expected;
import warrant.rules.Proof;
import warrant.rules.Rule;

/**
 * Compares an answer with what was expected, as matter.md says: words as whole words, values by value, citations and
 * rules anywhere in the proof.
 */
public final class AnswerScore {
    /** How an answer compares. */
    public enum Mark {
        RIGHT,
        WRONG,
        /** Not answered although an answer was expected. */
        ABSTAINED
    }

    /** @param complaints what differs, one sentence each; empty when right */
    public record Score(Mark mark, List<String> complaints) {
        public Score {
            complaints = List.copyOf(complaints);
        }
    }

    private final Function<String, String> documentNames;
    private final Function<Triple, Optional<Proof>> proofOf;

    /**
     * @param documentNames name of a document by its id
     * @param proofOf proofs of what aggregates ran over
     */
    public AnswerScore(Function<String, String> documentNames, Function<Triple, Optional<Proof>> proofOf) {
        this.documentNames = documentNames;
        this.proofOf = proofOf;
    }

    public Score of(Answer answer, Expected expected) {
        List<String> complaints = new ArrayList<>();
        String kind = kind(answer);
        if (!expected.kind().isEmpty() && !expected.kind().equals(kind)) {
            complaints.add("expected " + expected.kind() + ", was " + kind);
        }
        switch (answer) {
            case Answer.Grounded grounded -> claims(grounded.claims(), expected, complaints);
            case Answer.Contradicted contradicted -> claims(contradicted.sides(), expected, complaints);
            case Answer.Unsupported unsupported -> {
                String reason = unsupported.reason().code();
                if (!expected.reason().isEmpty() && !expected.reason().equals(reason)) {
                    complaints.add("expected the reason " + expected.reason() + ", was " + reason);
                }
            }
        }
        backing(Backing.of(answer, proofOf), expected, complaints);
        if (complaints.isEmpty()) {
            return new Score(Mark.RIGHT, List.of());
        }
        boolean abstained =
                answer instanceof Answer.Unsupported && !expected.kind().equals("unsupported");
        return new Score(abstained ? Mark.ABSTAINED : Mark.WRONG, complaints);
    }

    private static String kind(Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded -> "grounded";
            case Answer.Contradicted contradicted -> "contradicted";
            case Answer.Unsupported unsupported -> "unsupported";
        };
    }

    private static void claims(List<Claim> claims, Expected expected, List<String> complaints) {
        String text = claims.stream().map(Claim::text).collect(Collectors.joining("\n"));
        for (String must : expected.must()) {
            if (alternatives(must).stream().noneMatch(wanted -> occurs(wanted, text))) {
                complaints.add("'" + must + "' does not occur");
            }
        }
        for (String mustNot : expected.mustNot()) {
            alternatives(mustNot).stream()
                    .filter(unwanted -> occurs(unwanted, text))
                    .forEach(unwanted -> complaints.add("'" + unwanted + "' occurs"));
        }
        if (expected.maxClaims() > 0 && claims.size() > expected.maxClaims()) {
            complaints.add(claims.size() + " claims, at most " + expected.maxClaims() + " were expected");
        }
    }

    private void backing(Backing backing, Expected expected, List<String> complaints) {
        Set<String> cited = new TreeSet<>();
        backing.quotations()
                .forEach(quotation ->
                        cited.add(documentNames.apply(quotation.span().document())));
        backing.applied().stream()
                .flatMap(rule -> rule.citations().stream())
                .map(Rule.Citation::file)
                .forEach(cited::add);
        for (String document : expected.cites()) {
            if (alternatives(document).stream()
                    .noneMatch(wanted -> cited.stream().anyMatch(c -> isFile(c, wanted)))) {
                complaints.add("'" + document + "' is not cited");
            }
        }
        Set<String> rules = backing.rules();
        expected.rules().stream()
                .filter(rule -> !rules.contains(rule))
                .forEach(rule -> complaints.add("the rule '" + rule + "' is not in the proof"));
    }

    private static boolean isFile(String cited, String wanted) {
        return cited.equals(wanted) || cited.endsWith("/" + wanted);
    }

    private static List<String> alternatives(String text) {
        return Arrays.stream(text.split("\\|")).map(String::strip).toList();
    }

    /** Tells whether words occur as whole words, case ignored, or, for a value, whether an equal value does. */
    static boolean occurs(String wanted, String text) {
        String words = Pattern.quote(wanted.toLowerCase(Locale.ROOT)).replace(" ", "\\E\\s+\\Q");
        String edgeLeft = startsWithWord(wanted) ? "(?<![\\p{L}\\p{N}])" : "";
        String edgeRight = endsWithWord(wanted) ? "(?![\\p{L}\\p{N}])(?!\\.\\d)" : "";
        if (Pattern.compile(edgeLeft + words + edgeRight)
                .matcher(text.toLowerCase(Locale.ROOT))
                .find()) {
            return true;
        }
        Set<Literal> sought = wholeValue(wanted);
        return !sought.isEmpty() && values(text).stream().anyMatch(sought::contains);
    }

    private static boolean startsWithWord(String text) {
        return !text.isEmpty() && !Character.isIdeographic(text.charAt(0)) && Character.isLetterOrDigit(text.charAt(0));
    }

    private static boolean endsWithWord(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return !Character.isIdeographic(last) && Character.isLetterOrDigit(last);
    }

    /** The readings of a text that is one value from end to end. */
    private static Set<Literal> wholeValue(String text) {
        return Mentions.find(text, Context.NONE).stream()
                .filter(mention -> mention.text().strip().equals(text.strip()))
                .flatMap(AnswerScore::readings)
                .collect(Collectors.toSet());
    }

    private static Set<Literal> values(String text) {
        return Mentions.find(text, Context.NONE).stream()
                .flatMap(AnswerScore::readings)
                .collect(Collectors.toSet());
    }

    private static java.util.stream.Stream<Literal> readings(Mention mention) {
        return mention instanceof Mention.Value value ? value.readings().stream() : java.util.stream.Stream.empty();
    }
}
