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
 * @param device where it would compute
 * @param reading precision of what is read and decided
 * @param writing precision in which answers are written
 * @param reason why it would be run so
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
        String device,
        String reading,
        String writing,
        String reason,
        long weightBytes,
        long tokenBytes,
        boolean template) {

    /** @throws warrant.llm.ModelException with code {@code USER} if it cannot be run */
    public static ModelFacts of(Checkpoint file, Settings settings) {
        DecoderShape shape = DecoderShape.of(file);
        PrecisionPolicy.Choice choice = TorchLanguageModel.choice(file, settings, shape);
        long window = Math.min(settings.window(), shape.window());
        long tokenBytes = Float.BYTES * shape.keptNumbers();
        Map<String, Long> storage = new LinkedHashMap<>();
        file.tensors()
                .values()
                .forEach(tensor ->
                        storage.merge(tensor.type().name(), (long) tensor.rows() * tensor.columns(), Long::sum));
        return new ModelFacts(
                file.text("general.architecture"),
                file.numbers(),
                storage,
                shape.layers(),
                shape.hidden(),
                shape.vocabulary(),
                (int) window,
                choice.place().id(),
                choice.reading().id(),
                choice.writing().id(),
                choice.reason(),
                choice.bytes() - window * tokenBytes,
                tokenBytes,
                file.has("tokenizer.chat_template"));
    }
}
