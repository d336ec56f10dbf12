package warrant.llm.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import warrant.llm.Context.Question;

/**
 * What is measured with: made up, always the same, and the same for a peer.
 *
 * @param passage about 300 tokens, over which the questions are asked
 * @param text about 900 tokens, to be read
 * @param questions closed ones, of about 20 tokens
 * @param quoting a task over the passage whose answer is words of it
 * @param sentences of about 30 tokens, for an encoder
 */
public record Workload(String passage, String text, List<String> questions, String quoting, List<String> sentences) {
    private static final int PASSAGE_CLAUSES = 7;
    private static final int TEXT_CLAUSES = 21;
    private static final int QUESTIONS = 40;
    private static final int SENTENCES = 64;

    static Workload standard() {
        return new Workload(
                clauses(0, PASSAGE_CLAUSES),
                clauses(100, TEXT_CLAUSES),
                IntStream.range(0, QUESTIONS).mapToObj(Workload::question).toList(),
                "Repeat the first three clauses of the text word by word, and nothing else.",
                IntStream.range(0, SENTENCES).mapToObj(Workload::sentence).toList());
    }

    private static String clauses(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> "Clause " + i + ": the Supplier shall deliver lot " + i * 7 + " to the Customer within "
                        + (i + 10) + " days of the order, and the Customer shall pay EUR " + i * 3
                        + ",500.00 within thirty days of the invoice. ")
                .collect(Collectors.joining());
    }

    private static String question(int i) {
        return "Does the text state this? Lot " + i * 7 + " is due " + (i + 10)
                + " days after the order. Answer yes or no.";
    }

    private static String sentence(int i) {
        return "Party number " + i + " shall notify the other party of any delay within " + (i + 3)
                + " days, in writing, and state its reasons and its expected end.";
    }

    List<Question> closed() {
        return questions.stream().map(Question::yesNo).toList();
    }
}
