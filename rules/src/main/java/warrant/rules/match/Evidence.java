package warrant.rules.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Statement;
import warrant.rules.Proof;

/** One thing that a solution rests on. */
public sealed interface Evidence {

    /** A triple that holds on a day. */
    record Found(Fact fact, LocalDate day) implements Evidence {}

    /** A statement, whenever it is valid. */
    record FoundEver(Statement statement) implements Evidence {}

    /** Something absent. */
    record Absent(Proof.Absence absence) implements Evidence {}

    /** Something computed. */
    record Computed(Proof.Computation computation) implements Evidence {}

    /** Evidence gathered on the way, the latest first. Extending makes a new one that shares the old. */
    record Trail(@Nullable Trail before, @Nullable Evidence last) {
        public static final Trail EMPTY = new Trail(null, null);

        public Trail with(Evidence evidence) {
            return new Trail(this, evidence);
        }

        /** @return the evidence in the order in which it was gathered */
        public List<Evidence> list() {
            List<Evidence> all = new ArrayList<>();
            for (Trail here = this; here != null && here.last != null; here = here.before) {
                all.add(here.last);
            }
            Collections.reverse(all);
            return all;
        }
    }
}
