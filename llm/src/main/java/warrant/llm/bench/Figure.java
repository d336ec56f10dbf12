package warrant.llm.bench;

import org.jspecify.annotations.Nullable;

/**
 * Something measured.
 *
 * @param name what; the same name for the same measurement of a peer
 * @param unit of the value, such as {@code tokens/s}
 * @param share in percent of what would be, if reading the weights from memory took all the time; null where that is no
 *     bound
 */
public record Figure(
        String name, double value, String unit, @Nullable Double share) {
    Figure(String name, double value, String unit) {
        this(name, value, unit, null);
    }
}
