package warrant.extraction.relate;

/**
 * Where lines are drawn.
 *
 * @param accept a finding's least confidence, in (0, 1)
 * @param questions most questions that one passage may ask of the model
 */
public record Settings(double accept, int questions) {
    public Settings {
        if (!(accept > 0 && accept < 1) || questions < 1) {
            throw new IllegalArgumentException(
                    "accept lies in (0, 1) and questions is at least 1: " + accept + ", " + questions);
        }
    }

    /** The model's answers are weighed to a probability; words alone are not, and must show more. */
    public static Settings standard(Level level) {
        return new Settings(level == Level.MODEL ? 0.45 : 0.63, 64);
    }
}
