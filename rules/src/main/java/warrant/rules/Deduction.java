package warrant.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * What holds on a day, and why. Triples carry canonical values ({@code 4 %} is {@code 0.04}); questions about a triple
 * may use any spelling of a value.
 */
public interface Deduction {
    LocalDate asOf();

    RuleBase rules();

    /** @return the name of the engine that deduced it */
    String engine();

    Completeness completeness();

    /** @return all that holds: stated, valid on the day and not in conflict; or concluded and not beaten */
    Set<Triple> triples();

    /** @return what some rule concludes, even where it is stated too */
    Set<Triple> derived();

    boolean holds(Triple triple);

    /** @return what holds of a relation, in the order of their text; a null side matches anything */
    List<Triple> matching(@Nullable Entity subject, String relation, @Nullable Term object);

    /** @return the statements valid on the day that state the triple, whether or not it holds */
    List<Statement> stated(Triple triple);

    /** @return the statements that state the triple for any day */
    List<Statement> everStated(Triple triple);

    /** @return the proof with the fewest steps; empty if the triple does not hold */
    Optional<Proof> proof(Triple triple);

    /** @return the proof as of another day, if the deduction had to look at that day */
    Optional<Proof> proof(Triple triple, LocalDate day);

    /** @return up to {@code most} proofs that differ in their last step or the statements used, the shortest first */
    List<Proof> proofs(Triple triple, int most);

    /** @return conclusions that lost, with what beat them */
    List<Defeat> defeats();

    /** @return what rules could not compute and is the fault of rules or statements, one sentence each */
    List<String> warnings();

    /** @return what nothing settles: neither side is concluded */
    List<Conflict> conflicts();

    /**
     * Why something does not hold.
     *
     * @param object null: why the relation has no value at all for the subject
     * @throws IllegalArgumentException if it holds
     */
    Refutation whyNot(Entity subject, String relation, @Nullable Term object);

    /**
     * How far a deduction may be trusted.
     *
     * @param degree COMPLETE: all that follows; SOUND_BUT_INCOMPLETE: all that is given follows, more might
     * @param cut what was cut, one sentence each; empty when complete
     */
    record Completeness(Degree degree, List<String> cut) {
        public static final Completeness COMPLETE = new Completeness(Degree.COMPLETE, List.of());

        public Completeness {
            cut = List.copyOf(cut);
            if ((degree == Degree.COMPLETE) != cut.isEmpty()) {
                throw new IllegalArgumentException(degree + " with cuts " + cut);
            }
        }

        public static Completeness of(List<String> cut) {
            return cut.isEmpty() ? COMPLETE : new Completeness(Degree.SOUND_BUT_INCOMPLETE, cut);
        }
    }

    /** The two degrees. */
    enum Degree {
        COMPLETE,
        SOUND_BUT_INCOMPLETE
    }

    /**
     * A conclusion that lost.
     *
     * @param loser why it would hold
     * @param winners what beat it, at least one
     */
    record Defeat(Proof loser, List<Winner> winners) {
        public Defeat {
            winners = List.copyOf(winners);
        }
    }

    /** What beat a conclusion, and by which principle. */
    record Winner(Proof proof, Preference preference) {}

    /** Why one of two clashing conclusions is preferred. */
    enum Preference {
        STATED("a presumption yields to what is stated"),
        RULE("a presumption yields to any rule"),
        OVERRIDES("its rule overrides the other by name"),
        RANK("its rule is of higher rank"),
        ENACTED("its rule was enacted later"),
        SPECIAL("its rule is more special");

        private final String words;

        Preference(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Conclusions that clash and that nothing settles; at least two sides. */
    record Conflict(List<Proof> sides) {
        public Conflict {
            sides = List.copyOf(sides);
        }
    }
}
