package warrant.llm.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.HashedModel;
import warrant.llm.weights.TensorType;

/** Checks the source for graphics processors where there is none. */
final class Places {
    /** As on a graphics processor, but for the device's name. */
    static final Place PLAIN = new Place("cpu", false);

    static final List<String> MODELS = List.of(
            "llama3",
            "llama-linear",
            "mistral",
            "qwen2-yarn",
            "qwen2-window",
            "qwen3",
            "qwen3-moe",
            "deepseek",
            "deepseek-v2-lite",
            "deepseek-v2",
            "gemma2",
            "gemma3");

    private Places() {}

    /** @return the source for one of the models, which is compiled and loaded, or the test fails */
    static String compiled(Path checkpoint, Precision precision, Place place) {
        try (Checkpoint file = Checkpoint.open(checkpoint)) {
            String source = DecoderScript.of(DecoderShape.of(file), precision, place, TorchLanguageModel.BATCH_TOKENS);
            ScriptModule.compile(TorchEngine.start(1, Place.PROCESSOR), source).close();
            return source;
        }
    }

    static float[][] logits(Path checkpoint, Precision precision, Place place, int[] ids) {
        Worker worker = new Worker(false);
        Checkpoint file = Checkpoint.open(checkpoint);
        try {
            return worker.run(() -> {
                PrecisionPolicy.Choice choice = PrecisionPolicy.Choice.of(place, precision);
                try (Decoder decoder = Decoder.load(file, DecoderShape.of(file), choice, 1, 64)) {
                    return decoder.allLogits(ids);
                }
            });
        } finally {
            worker.close();
        }
    }

    /** @return the greatest difference to what transformers computed */
    static double difference(HashedModel model, float[][] logits) {
        double most = 0;
        for (var expected : model.logits().entrySet()) {
            for (int i = 0; i < expected.getValue().length; i++) {
                most = Math.max(most, Math.abs(logits[expected.getKey()][i] - expected.getValue()[i]));
            }
        }
        return most;
    }

    /**
     * Does all of it, for a process with another library, and tells that library, how many sources were compiled and
     * the greatest differences to transformers, in F32 and with whole numbers.
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "places");
        int compiled = 0;
        double most = 0;
        double rough = 0;
        for (String name : MODELS) {
            HashedModel model = HashedModel.recorded(name);
            Path checkpoint = model.write(folder.resolve(name), TensorType.F32, 1);
            for (Precision precision : List.of(Precision.F32, Precision.BF16)) {
                compiled(checkpoint, precision, Place.CUDA);
                compiled++;
            }
            if (name.equals("qwen3") && Machine.here().supports(Precision.INT8)) {
                rough = Math.max(
                        rough, difference(model, logits(checkpoint, Precision.INT8, Place.PROCESSOR, model.ids())));
            }
            for (Place place : List.of(PLAIN, Place.PROCESSOR)) {
                most = Math.max(most, difference(model, logits(checkpoint, Precision.F32, place, model.ids())));
            }
        }
        System.out.println(TorchEngine.version() + " " + compiled + " " + most + " " + rough);
        System.exit(0);
    }
}
