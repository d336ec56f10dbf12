package warrant.llm.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import warrant.llm.weights.Checkpoint;

/**
 * What running a model would take, by count; nothing is loaded.
 *
 * @param parameters numbers in its tensors
 * @param storage how many of them are stored as what
 * @param window most tokens of a call
 * @param reading precision of what is read and decided
 * @param writing precision in which answers are written
 * @param weightBytes memory of the weights, of both precisions where they differ
 * @param tokenBytes memory that each token takes that is kept
 * @param template whether it was made to be talked to
 */
public record ModelFacts(
        String architecture,
        long parameters,
        Map<String, Long> storage,
        int layers,
        int hidden,
        int vocabulary,
        int window,
        String reading,
        String writing,
        long weightBytes,
        long tokenBytes,
        boolean template) {

    /** @throws warrant.llm.ModelException with code {@code USER} if it cannot be run */
    public static ModelFacts of(Checkpoint file, Settings settings) {
        DecoderShape shape = DecoderShape.of(file);
        Precision reading = TorchLanguageModel.precision(settings, file);
        Precision writing = TorchLanguageModel.writing(settings, file, reading);
        Map<String, Long> storage = new LinkedHashMap<>();
        file.tensors()
                .values()
                .forEach(tensor ->
                        storage.merge(tensor.type().name(), (long) tensor.rows() * tensor.columns(), Long::sum));
        long held = (long) (matrices(file) * reading.bytesOfNumber());
        return new ModelFacts(
                file.text("general.architecture"),
                file.numbers(),
                storage,
                shape.layers(),
                shape.hidden(),
                shape.vocabulary(),
                Math.min(settings.window(), shape.window()),
                reading.id(),
                writing.id(),
                held + (writing == reading ? 0 : (long) (matrices(file) * writing.bytesOfNumber())),
                Float.BYTES * shape.keptNumbers(),
                file.has("tokenizer.chat_template"));
    }

    /** Token vectors stay in the file; where no other head is there, they are packed as one. */
    private static long matrices(Checkpoint file) {
        boolean tied = file.find("output.weight").isEmpty();
        long words = file.find("token_embd.weight")
                .map(tensor -> (long) tensor.rows() * tensor.columns())
                .orElse(0L);
        return file.numbers() - (tied ? 0 : words);
    }
}
