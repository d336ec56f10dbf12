package warrant.rules.justify;

import java.util.LinkedHashSet;
import java.util.Set;
import warrant.rules.match.Fact;

/**
 * What changed of the facts that readers of a component see. A fact that went and came again, for other reasons, is on
 * both sides.
 */
record Change(Set<Fact> gone, Set<Fact> come) {
    Change() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    void addAll(Change other) {
        gone.addAll(other.gone);
        come.addAll(other.come);
    }

    boolean isNothing() {
        return gone.isEmpty() && come.isEmpty();
    }
}
