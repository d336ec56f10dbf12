package warrant.llm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Question;
import warrant.llm.torch.Settings;
import warrant.llm.torch.TorchLanguageModel;

/**
 * Measures a model by wall clock: other work on the machine shows. The text is made up and always the same.
 *
 * @param profile what was measured, {@link warrant.llm.ModelProfile#id}
 * @param loadSeconds until the first call is possible
 * @param readTokens tokens of the text that was read
 * @param readPerSecond of them a second
 * @param questions yes-or-no questions in one call over that text
 * @param questionsSeconds for that call
 * @param writePerSecond tokens a second of free text
 * @param residentBytes memory of the process afterwards, 0 where Linux does not tell
 */
public record ModelSpeed(
        String profile,
        double loadSeconds,
        int readTokens,
        double readPerSecond,
        int questions,
        double questionsSeconds,
        double writePerSecond,
        long residentBytes) {

    private static final int QUESTIONS = 20;
    private static final int WRITTEN = 16;
    /** Loads a model, reads a text of about 500 tokens twice, and asks and writes once; the first reading warms up. */
    public static ModelSpeed measure(Path file, Settings settings) {
        long start = System.nanoTime();
        try (TorchLanguageModel model = TorchLanguageModel.open(file, settings)) {
            double load = since(start);
            String text = IntStream.range(1, 12)
                    .mapToObj(i -> "Clause " + i + ": the Supplier shall deliver lot " + i * 7
                            + " to the Customer within " + (i + 10)
                            + " days of the order, and the Customer shall pay EUR " + i * 3
                            + ",500.00 within thirty days of the invoice. ")
                    .reduce("", String::concat);
            model.read("", text).close();
            long reading = System.nanoTime();
            try (Context context = model.read("", text)) {
                double read = since(reading);
                long asking = System.nanoTime();
                context.choose(asked());
                double answered = since(asking);
                long writing = System.nanoTime();
                Completion completion = context.complete("Sum it up.", "", new Constraint.Free(), WRITTEN);
                double written = since(writing);
                int tokens = model.count(text);
                return new ModelSpeed(
                        model.profile().id(),
                        load,
                        tokens,
                        tokens / read,
                        QUESTIONS,
                        answered,
                        completion.tokens() / written,
                        resident());
            }
        }
    }

    private static List<Question> asked() {
        return IntStream.range(0, QUESTIONS)
                .mapToObj(i -> Question.yesNo(
                        "Does the text say that lot " + i * 7 + " is to be delivered? Answer yes or no."))
                .toList();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    /** @return the figures as one paragraph for a terminal */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s: loaded in %.1f s, reads %.0f tokens/s (%d tokens), %d questions in %.2f s, writes %.1f tokens/s,"
                        + " %.2f GiB resident",
                profile,
                loadSeconds,
                readPerSecond,
                readTokens,
                questions,
                questionsSeconds,
                writePerSecond,
                residentBytes / (double) (1L << 30));
    }
}
