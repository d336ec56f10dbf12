package warrant.llm;

/**
 * What a number that a model gave depends on.
 *
 * @param name as in the catalogue
 * @param weights SHA-256 of the model file, in hexadecimal
 * @param precision {@code f32}, {@code bf16}, {@code int8}, ...
 * @param kernels library and version that computed, with the instruction set
 */
public record ModelProfile(String name, String weights, String precision, String kernels) {
    /** @return the profile as one line, as it is recorded with what the model decided */
    public String id() {
        return name + "@" + weights.substring(0, Math.min(12, weights.length())) + "/" + precision + "/" + kernels;
    }
}
