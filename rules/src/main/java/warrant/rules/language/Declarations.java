package warrant.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import warrant.rules.RuleBase;

/** What the files declare about relations, with the places. */
final class Declarations {
    /** A relation as a declaration names it. */
    record Mention(String relation, Place place, Names names) {}

    final Set<RuleBase.Contrary> contrary = new java.util.LinkedHashSet<>();
    final Set<String> functional = new TreeSet<>();
    final Set<String> abducible = new TreeSet<>();

    /** Relations of rules that could not be read. */
    final Set<String> forgiven = new TreeSet<>();

    /** Those that must be known from elsewhere. */
    final List<Mention> mentions = new ArrayList<>();
}
