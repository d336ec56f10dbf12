package warrant.llm.torch;

import java.util.Locale;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Where a model computes. The same source runs on all of them; only the products of weights and activations are written
 * for the place.
 *
 * @param device as TorchScript names it
 * @param packed whether matrices are kept in the blocked layouts that only the processor has; else as they are
 */
public record Place(String device, boolean packed) {
    public static final Place PROCESSOR = new Place("cpu", true);

    /** The first graphics processor. */
    public static final Place CUDA = new Place("cuda:0", false);

    /** @throws ModelException with code {@code USER} if there is no such place */
    public static Place of(String id) {
        return switch (id.toLowerCase(Locale.ROOT)) {
            case "cpu" -> PROCESSOR;
            case "cuda" -> CUDA;
            default ->
                throw new ModelException(Code.USER, "there is no device '" + id + "'. Maybe you mean cpu or cuda");
        };
    }

    boolean isCuda() {
        return device.startsWith("cuda");
    }

    /** @return as users name it */
    public String id() {
        return isCuda() ? "cuda" : "cpu";
    }
}
