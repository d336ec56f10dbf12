package warrant.llm.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Question;
import warrant.llm.Generation;
import warrant.llm.encoder.MiniLm;
import warrant.llm.torch.Precision;
import warrant.llm.torch.Settings;
import warrant.llm.torch.TorchLanguageModel;

/**
 * Measures a model by wall clock, each figure as the best of a few rounds after one that warms up: other work on the
 * machine shows all the same.
 */
public final class Bench {
    private static final int ROUNDS = 2;
    private static final int WRITTEN = 32;
    private static final int OPTIONS_ASKED = 8;

    private static final int QUOTED = 96;
    private static final List<Integer> BATCHES = List.of(1, 4, 8);

    private final List<Figure> figures = new ArrayList<>();
    private final Workload workload = Workload.standard();

    /** @param profile what was measured, {@link warrant.llm.ModelProfile#id} */
    record Report(String profile, Workload workload, List<Figure> figures) {}

    private Bench() {}

    /** @param arguments the model's file, its name, the precision or nothing, and the file to which the report goes */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.of(arguments[1]);
        if (!arguments[2].isEmpty()) {
            settings = settings.withPrecision(Precision.of(arguments[2]));
        }
        Report report = new Bench().run(Path.of(arguments[0]), settings);
        new ObjectMapper().writeValue(Path.of(arguments[3]).toFile(), report);
    }

    private Report run(Path file, Settings settings) {
        double bandwidth = ReadBandwidth.measure(settings.threads());
        add("memory read", bandwidth / 1e9, "GB/s");
        long start = System.nanoTime();
        try (TorchLanguageModel model = TorchLanguageModel.open(file, settings)) {
            model.read("", "A").close();
            add("load to first token", since(start), "s");
            int tokens = model.count(workload.text());
            add("prefill", tokens / best(round -> read(model, round)), "tokens/s");
            try (Context context = model.read("", workload.passage())) {
                asked(context);
                written(context);
            }
            TorchLanguageModel.Footprint footprint = model.footprint();
            double bound = bandwidth / footprint.perToken();
            add("decode, of what memory allows", 100 * value("decode, 1 at a time") / bound, "%");
            add("weights for reading, by count", footprint.reading() / 1e9, "GB");
            add("weights for writing, by count", footprint.writing() / 1e9, "GB");
            add("memory needed by count", footprint.all() / 1e9, "GB");
            add("resident memory before the encoder", resident("RssAnon:") / 1e9, "GB");
            encoder(settings.threads());
            add("resident memory", resident("RssAnon:") / 1e9, "GB");
            add("resident pages of files", resident("RssFile:") / 1e9, "GB");
            return new Report(model.profile().id(), workload, figures);
        }
    }

    /** Each round reads a text that begins otherwise, so that none of it was read before. */
    private double read(TorchLanguageModel model, int round) {
        String text = round + " " + workload.text();
        return seconds(() -> model.read("", text), Context::close);
    }

    private void asked(Context context) {
        List<Question> closed = workload.closed();
        add(
                "closed questions over one passage",
                closed.size() / best(round -> seconds(() -> context.choose(closed))),
                "/s");
        List<Question> open = closed.subList(0, OPTIONS_ASKED).stream()
                .map(q -> new Question(q.text(), "", List.of("within thirty days", "EUR 3,500.00", "the Supplier")))
                .toList();
        int options = 3 * OPTIONS_ASKED;
        add("options scored", options / best(round -> seconds(() -> context.score(open))), "/s");
    }

    private void written(Context context) {
        for (int batch : BATCHES) {
            add("decode, " + batch + " at a time", speed(context, batch, LIST, new Constraint.Free()), "tokens/s");
        }
        add("decode under a schema", speed(context, 1, LIST, new Constraint.JsonSchema(SCHEMA)), "tokens/s");
        add("decode, quoting its prompt", speed(context, 1, workload.quoting(), QUOTED), "tokens/s");
    }

    private static final String LIST = "List all that is to be paid, by whom and how much.";

    private static final String SCHEMA = """
            {"type": "array", "items": {"type": "object", "required": ["party", "amount"],
              "properties": {"party": {"type": "string"}, "amount": {"type": "string"}}}}""";

    private static double speed(Context context, int batch, String task, Constraint constraint) {
        return speed(context, batch, task, Generation.greedy(constraint, WRITTEN));
    }

    private static double speed(Context context, int batch, String task, int tokens) {
        return speed(context, batch, task, Generation.greedy(new Constraint.Free(), tokens));
    }

    /** Writing costs what it costs beyond calls that write a single token. */
    private static double speed(Context context, int batch, String task, Generation how) {
        Generation one = Generation.greedy(how.constraint(), 1);
        double begun = best(round -> seconds(() -> tokens(context, batch, task, one)));
        int[] tokens = new int[1];
        double all = best(round -> seconds(() -> tokens[0] = tokens(context, batch, task, how)));
        return (tokens[0] - batch) / (all - begun);
    }

    /** @return tokens of all answers to tasks that differ a little, asked at once */
    private static int tokens(Context context, int batch, String task, Generation how) {
        List<CompletableFuture<Completion>> answers = IntStream.range(0, batch)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> context.complete(i == 0 ? task : task + " (" + i + ")", "", how, piece -> {}),
                        work -> Thread.ofVirtual().start(work)))
                .toList();
        return answers.stream().mapToInt(answer -> answer.join().tokens()).sum();
    }

    private void encoder(int threads) {
        try (MiniLm encoder = MiniLm.open(threads)) {
            List<String> sentences = workload.sentences();
            List<String> single = sentences.subList(0, 1);
            add(
                    "encoder, sentences in batches of 32",
                    sentences.size() / best(r -> seconds(() -> encoder.encode(sentences))),
                    "/s");
            add("encoder, one sentence at a time", 1 / best(r -> seconds(() -> encoder.encode(single))), "/s");
        }
    }

    private double value(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElse(0);
    }

    private void add(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit));
    }

    /** A round in seconds. */
    private interface Round {
        double run(int round);
    }

    private static double best(Round measured) {
        measured.run(0);
        double best = Double.MAX_VALUE;
        for (int round = 1; round <= ROUNDS; round++) {
            best = Math.min(best, measured.run(round));
        }
        return best;
    }

    private static <T> double seconds(Supplier<T> work) {
        return seconds(work, done -> {});
    }

    private static <T> double seconds(Supplier<T> work, java.util.function.Consumer<T> after) {
        long start = System.nanoTime();
        T done = work.get();
        double seconds = since(start);
        after.accept(done);
        return seconds;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double resident(String what) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
