package warrant.orchestrator.eval.multihop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How near an answer is to the wanted one, as SQuAD compares them (Rajpurkar et al. 2016): F1 over words. */
final class AnswerMatch {
    private AnswerMatch() {}

    static boolean exact(String answer, List<String> wanted) {
        return wanted.stream().anyMatch(each -> words(each).equals(words(answer)));
    }

    static double f1(String answer, List<String> wanted) {
        return wanted.stream().mapToDouble(each -> f1(answer, each)).max().orElse(0);
    }

    private static double f1(String answer, String wanted) {
        List<String> left = new ArrayList<>(words(wanted));
        List<String> given = words(answer);
        int wantedWords = left.size();
        long common = given.stream().filter(left::remove).count();
        return common == 0 ? 0 : 2.0 * common / (given.size() + wantedWords);
    }

    /** Lower case, without articles and punctuation. */
    private static List<String> words(String answer) {
        String plain =
                answer.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}", "").replaceAll("\\b(a|an|the)\\b", " ");
        return plain.isBlank() ? List.of() : List.of(plain.strip().split("\\s+"));
    }
}
