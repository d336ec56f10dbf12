package warrant.rules.justify;

import java.util.List;
import java.util.function.BiConsumer;
import warrant.rules.match.Fact;
import warrant.rules.match.Solution;
import warrant.rules.match.Solver;
import warrant.rules.match.View;

/** Finds the ways of satisfying clauses, for one day. For one thread. */
public interface Matcher extends AutoCloseable {

    /** Makes matchers. */
    interface Factory {
        /** @param view what holds; it already knows of each fact that the matcher is told of */
        Matcher open(Program program, View view, Solver solver);

        /** @return the name of the engine whose matchers these are */
        String engine();

        /** @return whether what can be evaluated in columns is, so that matchers never see it but when it changes */
        default boolean isBulk() {
            return false;
        }
    }

    /** A fact holds from now on. While matches are reported too. */
    void add(Fact fact);

    /** A fact holds no longer. */
    void remove(Fact fact);

    /** Forgets what was reported of a component. From now on these of its clauses are matched. */
    void restart(Component component, List<Clause> clauses);

    /**
     * Reports each match of the component's clauses, those with facts that come in meanwhile included, until none is
     * new.
     */
    void fire(Component component, BiConsumer<Clause, Solution> matched);

    @Override
    void close();
}
