package warrant.extraction.mention;

import org.jspecify.annotations.Nullable;

/** What stands for a currency. */
public final class Currency {
    private Currency() {}

    /** @return the ISO 4217 code of a code, a sign or a name ({@code EUR}, {@code €}, {@code euros}), or null */
    public static @Nullable String of(String written) {
        return Currencies.code(written);
    }
}
