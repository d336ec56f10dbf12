package warrant.llm.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Question;
import warrant.llm.Generation;
import warrant.llm.torch.Settings;
import warrant.llm.torch.TorchLanguageModel;

/** Measures a model, line by line until the time is over: other work on the machine shows all the same. */
public final class Bench {
    private static final int WRITTEN = 32;
    private static final int OPTIONS_ASKED = 8;
    private static final int QUOTED = 96;
    private static final List<Integer> BATCHES = List.of(1, 4, 8);
    private static final String LIST = "List all that is to be paid, by whom and how much.";
    private static final String SCHEMA = """
            {"type": "array", "items": {"type": "object", "required": ["party", "amount"],
              "properties": {"party": {"type": "string"}, "amount": {"type": "string"}}}}""";

    private final Workload workload = Workload.standard();
    private final Stopwatch watch;
    private final TorchLanguageModel model;
    private final double bandwidth;
    private final Report report;

    private Bench(Stopwatch watch, TorchLanguageModel model, double bandwidth, Report report) {
        this.watch = watch;
        this.model = model;
        this.bandwidth = bandwidth;
        this.report = report;
    }

    /**
     * @param arguments the model's file, its name, the precisions or nothing, seconds at most, {@code trained} or what
     *     else its weights are, and the file to which the report goes
     */
    public static void main(String[] arguments) {
        Settings settings = Settings.of(arguments[1]).withPrecisions(arguments[2]);
        Stopwatch watch = new Stopwatch(Double.parseDouble(arguments[3]));
        double bandwidth = ReadBandwidth.measure(settings.threads());
        long start = System.nanoTime();
        try (TorchLanguageModel model = TorchLanguageModel.open(Path.of(arguments[0]), settings)) {
            model.read("", "A").close();
            double loaded = Stopwatch.since(start);
            Report report = new Report(Path.of(arguments[5]), model.profile().id(), Workload.standard());
            report.add("memory read", bandwidth / 1e9, "GB/s");
            report.add("load to first token", loaded, "s");
            new Bench(watch, model, bandwidth, report).run(arguments[4].equals("trained"));
        }
    }

    /** @param trained whether the answers say something; else only the speed of single steps counts */
    private void run(boolean trained) {
        double tokens = model.count(workload.text());
        unlessOver("prefill", () -> {
            double speed = tokens / watch.best(this::read);
            report.add("prefill", speed, "tokens/s", share(speed, TorchLanguageModel.batchTokens(), false));
        });
        try (Context context = model.read("", workload.passage())) {
            unlessOver("closed questions over one passage", () -> asked(context));
            if (trained) {
                unlessOver("options scored", () -> scored(context));
            }
            for (int batch : BATCHES) {
                String name = "decode, " + batch + " at a time";
                unlessOver(name, () -> written(context, name, batch, LIST, new Constraint.Free(), WRITTEN));
            }
            if (trained) {
                Constraint schema = new Constraint.JsonSchema(SCHEMA);
                String under = "decode under a schema";
                unlessOver(under, () -> written(context, under, 1, LIST, schema, WRITTEN));
                String quoting = "decode, quoting its prompt";
                unlessOver(
                        quoting, () -> written(context, quoting, 1, workload.quoting(), new Constraint.Free(), QUOTED));
            }
        }
        memory();
    }

    private void unlessOver(String name, Runnable measured) {
        if (watch.isOver()) {
            report.skip(name);
        } else {
            measured.run();
        }
    }

    /** @return percent of the speed at which so many units at a time would only wait for the weights */
    private double share(double speed, double unitsAtOnce, boolean writing) {
        TorchLanguageModel.Footprint footprint = model.footprint();
        long weights = writing ? footprint.perToken() : footprint.reading();
        return 100 * speed / (unitsAtOnce * bandwidth / weights);
    }

    /** Each round reads a text that begins otherwise, so that none of it was read before. */
    private double read(int round) {
        String text = round + " " + workload.text();
        return Stopwatch.seconds(() -> model.read("", text), Context::close);
    }

    private void asked(Context context) {
        List<Question> closed = workload.closed();
        double seconds = watch.best(round -> Stopwatch.seconds(() -> context.choose(closed)));
        double tokens = closed.stream().mapToInt(one -> model.count(one.text())).sum();
        double share = share(tokens / seconds, TorchLanguageModel.batchTokens(), false);
        report.add("closed questions over one passage", closed.size() / seconds, "/s", share);
    }

    private void scored(Context context) {
        List<Question> open = workload.closed().subList(0, OPTIONS_ASKED).stream()
                .map(q -> new Question(q.text(), "", List.of("within thirty days", "EUR 3,500.00", "the Supplier")))
                .toList();
        int options = 3 * OPTIONS_ASKED;
        double seconds = watch.best(round -> Stopwatch.seconds(() -> context.score(open)));
        report.add("options scored", options / seconds, "/s");
    }

    /** Writing costs what it costs beyond calls that write a single token. */
    private void written(Context context, String name, int batch, String task, Constraint constraint, int most) {
        Generation one = Generation.greedy(constraint, 1);
        Generation all = Generation.greedy(constraint, most);
        double begun = watch.best(round -> Stopwatch.seconds(() -> tokens(context, batch, task, one)));
        int[] tokens = new int[1];
        double whole = watch.best(round -> Stopwatch.seconds(() -> tokens[0] = tokens(context, batch, task, all)));
        double speed = (tokens[0] - batch) / (whole - begun);
        report.add(name, speed, "tokens/s", share(speed, batch, true));
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

    private void memory() {
        TorchLanguageModel.Footprint footprint = model.footprint();
        report.add("weights for reading, by count", footprint.reading() / 1e9, "GB");
        report.add("weights for writing, by count", footprint.writing() / 1e9, "GB");
        report.add("memory needed by count", footprint.all() / 1e9, "GB");
        report.add("resident memory", Memory.anonymous() / 1e9, "GB");
        report.add("resident pages of files", Memory.ofFiles() / 1e9, "GB");
    }
}
