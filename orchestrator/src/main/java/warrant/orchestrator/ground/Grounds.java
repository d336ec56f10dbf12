package warrant.orchestrator.ground;

import java.util.List;
import warrant.graph.Quotation;
import warrant.rules.Proof;
import warrant.rules.Refutation;

/** What a claim rests on. */
public sealed interface Grounds {

    /** The documents say so, in these words. */
    record Quoted(List<Quotation> quotations) implements Grounds {
        public Quoted {
            quotations = List.copyOf(quotations);
            if (quotations.isEmpty()) {
                throw new IllegalArgumentException("a claim without a quotation");
            }
        }
    }

    /** It is stated, or it follows; the leaves of the proof carry the quotations. */
    record Proved(Proof proof) implements Grounds {}

    /** It does not hold: what beats it, or the search that found nothing. */
    record Refuted(Refutation refutation) implements Grounds {}
}
