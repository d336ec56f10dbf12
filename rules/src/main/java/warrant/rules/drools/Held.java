package warrant.rules.drools;

import warrant.graph.Entity;
import warrant.graph.Term;
import warrant.rules.match.Fact;

/** A fact as Drools sees it: immutable, its object in the one form of its value, so that equality joins. */
public final class Held {
    private final Fact fact;

    Held(Fact fact) {
        this.fact = fact;
    }

    public Entity getS() {
        return fact.identity().subject();
    }

    public String getP() {
        return fact.identity().relation();
    }

    public Term getO() {
        return fact.identity().object();
    }

    public Fact fact() {
        return fact;
    }
}
