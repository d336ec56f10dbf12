package warrant.rules.language;

import java.util.List;
import warrant.rules.Rule;

/**
 * A rule as it was read, before it was seen together with the others.
 *
 * @param isSound false when a problem was reported in it; it is then left out of checks that would repeat the problem
 */
record Draft(Rule rule, Names names, Marks marks, Place place, List<Overridden> overrides, boolean isSound) {
    record Overridden(String rule, Place place) {}
}
