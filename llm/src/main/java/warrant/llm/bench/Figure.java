package warrant.llm.bench;

/**
 * Something measured.
 *
 * @param name what; the same name for the same measurement of a peer
 * @param unit of the value, such as {@code tokens/s}
 */
public record Figure(String name, double value, String unit) {}
