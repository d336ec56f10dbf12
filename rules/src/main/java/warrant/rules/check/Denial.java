package warrant.rules.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.check.Certificate.Entry;
import warrant.rules.check.Certificate.Page;
import warrant.rules.check.Certificate.RuleText;
import warrant.rules.check.Certificate.Setting;

/**
 * Why something does not hold, checkable alone: a countermodel. It lists everything that could hold of all that the
 * goal depends on, and contains the goal nowhere; the checker sees that no rule leads out of the list. What stops a
 * rule (an exception, a sum, a preferred rival) is proved by entries of its own.
 *
 * @param object null: no value at all
 * @param days days that the rules ask about, the as-of day among them
 * @param model at least all that holds of the relations that the goal depends on
 * @param beaten conclusions that rules reach and that do not stand
 * @param entries proofs of what stops rules and of what beats conclusions
 * @param rules all rules that govern the matter
 * @param snapshot SHA-256 over all that is stated in the model, see {@link #stated}
 * @param seal SHA-256 over all the rest, in hexadecimal
 */
public record Denial(
        Entity subject,
        String relation,
        @Nullable Term object,
        LocalDate asOf,
        List<LocalDate> days,
        List<Held> model,
        List<Beaten> beaten,
        List<Entry> entries,
        List<RuleText> rules,
        List<Page> pages,
        Setting setting,
        String snapshot,
        String seal) {

    public Denial {
        days = List.copyOf(days);
        model = List.copyOf(model);
        beaten = List.copyOf(beaten);
        entries = List.copyOf(entries);
        rules = List.copyOf(rules);
        pages = List.copyOf(pages);
    }

    /**
     * Something that may hold.
     *
     * @param day null: stated for some day
     * @param stated whether statements say so, rather than rules
     */
    public record Held(Triple triple, @Nullable LocalDate day, boolean stated) {}

    /**
     * A conclusion that does not stand.
     *
     * @param rule the rule that reaches it; null: it is stated
     * @param by number of the entry that beats it, or that it is tied with
     * @param preference why that is preferred, or {@link #TIE}
     */
    public record Beaten(
            Triple conclusion, LocalDate day, @Nullable String rule, int by, String preference) {}

    /** Nothing settles between the two. */
    public static final String TIE = "TIE";

    /** @return the same with the hashes that its content asks for */
    public Denial sealed() {
        Denial hashed = with(stated(), "");
        return hashed.with(hashed.snapshot(), DenialJson.seal(hashed));
    }

    private Denial with(String snapshot, String seal) {
        return new Denial(
                subject, relation, object, asOf, days, model, beaten, entries, rules, pages, setting, snapshot, seal);
    }

    /**
     * @return SHA-256 over the lines {@code triple day} of what is stated, in the model or beaten, sorted, each ended
     *     by a line feed
     */
    public String stated() {
        Stream<String> held = model.stream().filter(Held::stated).map(one -> one.triple() + " " + one.day() + "\n");
        Stream<String> fallen =
                beaten.stream().filter(one -> one.rule() == null).map(one -> one.conclusion() + " " + one.day() + "\n");
        return Sha256.of(Stream.concat(held, fallen).sorted().collect(Collectors.joining()));
    }

    /**
     * @return days other than the as-of day of which too little may be listed, where rules lead out of the model: the
     *     checker takes conditions in an order of its own; empty where no rule does
     */
    public Set<LocalDate> lacking() {
        return Denying.lacking(this);
    }

    /** @return as JSON; {@link #read} reads it back */
    public String json() {
        return DenialJson.write(this);
    }

    /** @throws IllegalArgumentException saying what is wrong, when the text is none */
    public static Denial read(String json) {
        return DenialJson.read(json);
    }
}
