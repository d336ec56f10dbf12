package warrant.orchestrator.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import warrant.graph.MatterStore;
import warrant.llm.ModelProfile;
import warrant.orchestrator.Progress;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;

/**
 * The profile of the model with which a matter is read: that of its first reading, until a person takes it off. So what
 * was decided about a matter's texts was decided by the same weights in the same precision, whatever memory was free.
 */
public final class PinnedProfile {
    private static final String KIND = "model-profile";
    private static final String NAME = "name";
    private static final String WEIGHTS = "weights";
    private static final String PRECISION = "precision";
    private static final String KERNELS = "kernels";

    private PinnedProfile() {}

    /** @return the profile that is pinned, if the matter was read with a model */
    public static Optional<ModelProfile> find(MatterStore store) {
        Map<String, String> kept = store.kept(KIND);
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModelProfile(
                        kept.getOrDefault(NAME, ""),
                        kept.getOrDefault(WEIGHTS, ""),
                        kept.getOrDefault(PRECISION, ""),
                        kept.getOrDefault(KERNELS, "")));
    }

    /** Takes it off: the next reading pins its own. */
    public static void forget(MatterStore store) {
        store.forget(KIND, List.of(NAME, WEIGHTS, PRECISION, KERNELS));
    }

    /**
     * Pins a profile, or sees whether it is the one that is pinned. Other kernels alone are told and let through: they
     * differ in the last digits, and machines come and go.
     *
     * @throws OwnerException with code {@code USER} if weights or precision are others
     */
    static void hold(String matter, MatterStore store, ModelProfile profile, Progress progress) {
        Optional<ModelProfile> pinned = find(store);
        if (pinned.isEmpty()) {
            store.keep(
                    KIND,
                    Map.of(
                            NAME, profile.name(),
                            WEIGHTS, profile.weights(),
                            PRECISION, profile.precision(),
                            KERNELS, profile.kernels()));
            return;
        }
        ModelProfile before = pinned.get();
        boolean same =
                before.weights().equals(profile.weights()) && before.precision().equals(profile.precision());
        if (!same) {
            throw new OwnerException(
                    Who.USER,
                    "the matter '%s' was read with the model profile %s, but the one in use is %s. Maybe set WARRANT_MODEL=%s and WARRANT_PRECISION=%s, or let it be read with the new one from now on: warrant matter profile %s --forget"
                            .formatted(matter, before.id(), profile.id(), before.name(), before.precision(), matter));
        }
        if (!before.kernels().equals(profile.kernels())) {
            progress.line("the matter was read on " + before.kernels() + "; on " + profile.kernels()
                    + " last digits can differ");
        }
    }
}
