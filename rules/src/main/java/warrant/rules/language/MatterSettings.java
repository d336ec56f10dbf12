package warrant.rules.language;

import java.util.List;
import warrant.rules.value.Calendars;

/**
 * What {@code matter.yaml} says that rules refer to.
 *
 * @param calendars the first is the default
 * @param ranks highest first
 */
public record MatterSettings(Calendars calendars, List<String> ranks) {
    public static final MatterSettings NONE = new MatterSettings(Calendars.NONE, List.of());

    public MatterSettings {
        ranks = List.copyOf(ranks);
    }
}
