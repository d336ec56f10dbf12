package warrant.rules.value;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** How {@code round} treats what lies between; {@code down} goes towards zero, {@code up} away from it. */
public enum Rounding {
    HALF_UP("half-up", RoundingMode.HALF_UP),
    HALF_EVEN("half-even", RoundingMode.HALF_EVEN),
    DOWN("down", RoundingMode.DOWN),
    UP("up", RoundingMode.UP);

    private final String spelling;
    private final RoundingMode mode;

    Rounding(String spelling, RoundingMode mode) {
        this.spelling = spelling;
        this.mode = mode;
    }

    public String spelling() {
        return spelling;
    }

    RoundingMode mode() {
        return mode;
    }

    public static Optional<Rounding> of(String spelling) {
        return Arrays.stream(values()).filter(r -> r.spelling.equals(spelling)).findFirst();
    }
}
