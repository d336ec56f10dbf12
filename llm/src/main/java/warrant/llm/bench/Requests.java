package warrant.llm.bench;

import java.nio.file.Path;
import java.util.List;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Question;
import warrant.llm.torch.Settings;
import warrant.llm.torch.TorchLanguageModel;

/** Many short requests, one after the other: whether memory grows with their number. */
public final class Requests {
    private static final int WARM = 500;
    private static final int TEXTS = 50;
    private static final int WRITTEN = 4;
    private static final int STEPS = 10;
    private static final String SCHEMA = """
            {"type": "object", "required": ["#"], "properties": {"#": {"type": "string", "maxLength": 8}}}""";

    private final TorchLanguageModel model;

    private Requests(TorchLanguageModel model) {
        this.model = model;
    }

    /** @param arguments the model's file, number of requests, seconds at most, and the file to which the report goes */
    public static void main(String[] arguments) {
        int wanted = Integer.parseInt(arguments[1]);
        Stopwatch watch = new Stopwatch(Double.parseDouble(arguments[2]));
        try (TorchLanguageModel model = TorchLanguageModel.open(Path.of(arguments[0]), Settings.of("random weights"))) {
            Report report = new Report(Path.of(arguments[3]), model.profile().id(), Workload.standard());
            Requests requests = new Requests(model);
            int warm = Math.min(WARM, wanted);
            requests.ask(0, warm);
            long before = Memory.anonymous();
            long start = System.nanoTime();
            int done = 0;
            for (int step = 1; step <= STEPS && !watch.isOver(); step++) {
                int until = wanted * step / STEPS;
                requests.ask(warm + done, warm + until);
                done = until;
                report.add("memory more after " + done + " requests", (Memory.anonymous() - before) / 1e6, "MB");
            }
            report.add("requests", done / Stopwatch.since(start), "/s");
        }
    }

    /** Some of what is asked is always the same, some never came before, now and then under a constraint of its own. */
    private void ask(int from, int to) {
        for (int i = from; i < to; i++) {
            String text = "Request " + i % TEXTS + " asks about goods and their price, in words. ".repeat(2);
            Constraint constraint =
                    i % 10 == 0 ? new Constraint.JsonSchema(SCHEMA.replace("#", "n" + i)) : new Constraint.Free();
            try (Context context = model.read("", text)) {
                context.choose(List.of(Question.yesNo("Is it " + i + "?")));
                context.complete("What?", "", constraint, WRITTEN);
            }
        }
    }
}
