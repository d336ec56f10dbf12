package warrant.rules.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Interval;
import warrant.graph.Quotation;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * A proof with all that it rests on, checkable alone.
 *
 * @param conclusion what is proved
 * @param asOf the day for which it is proved
 * @param entries the reasoning; each rests on earlier ones only; the last one is the conclusion
 * @param rules every rule used or lost to, as text
 * @param pages every page quoted
 * @param setting what rules are read against
 * @param seal SHA-256 over all the rest, in hexadecimal
 */
public record Certificate(
        Triple conclusion,
        LocalDate asOf,
        List<Entry> entries,
        List<RuleText> rules,
        List<Page> pages,
        Setting setting,
        String seal) {

    public Certificate {
        entries = List.copyOf(entries);
        rules = List.copyOf(rules);
        pages = List.copyOf(pages);
    }

    /** @return the same with the seal that its content asks for */
    public Certificate sealed() {
        return new Certificate(conclusion, asOf, entries, rules, pages, setting, CertificateJson.seal(this));
    }

    /** @return the certificate as JSON; {@link CertificateJson#read} reads it back */
    public String json() {
        return CertificateJson.write(this);
    }

    /** One step of the reasoning. */
    public sealed interface Entry {
        Triple conclusion();

        /** @return the day for which it holds; null: of what is stated, whenever valid */
        @Nullable LocalDate day();
    }

    /** It is stated. */
    public record Premise(Triple conclusion, @Nullable LocalDate day, List<Stated> statements) implements Entry {
        public Premise {
            statements = List.copyOf(statements);
        }
    }

    /** A statement with its open supports. */
    public record Stated(Triple triple, Interval valid, List<Ground> grounds) {
        public Stated {
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * One reason to believe a statement: somebody's word, or quotations.
     *
     * @param author null for quotations
     * @param reason null for quotations
     * @param quotations empty for somebody's word
     */
    public record Ground(
            String support,
            @Nullable String author,
            @Nullable String reason,
            List<Quotation> quotations) {
        public Ground {
            quotations = List.copyOf(quotations);
        }
    }

    /**
     * A rule concludes it.
     *
     * @param premises numbers of earlier entries
     */
    public record Inference(
            Triple conclusion,
            LocalDate day,
            String rule,
            String version,
            SortedMap<String, Term> bindings,
            List<Integer> premises,
            List<Absent> absences,
            List<Computed> computations,
            List<Rival> rivals)
            implements Entry {
        public Inference {
            bindings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(bindings));
            premises = List.copyOf(premises);
            absences = List.copyOf(absences);
            computations = List.copyOf(computations);
            rivals = List.copyOf(rivals);
        }
    }

    /** A triple that holds on a day; null: that is stated for some day. */
    public record Seen(Triple triple, @Nullable LocalDate day) {}

    /**
     * Something absent.
     *
     * @param condition as text
     * @param extension all triples that it speaks of
     * @param complete whether all are listed
     */
    public record Absent(String condition, Map<String, Term> bindings, List<Seen> extension, boolean complete) {
        public Absent {
            bindings = Map.copyOf(bindings);
            extension = List.copyOf(extension);
        }
    }

    /**
     * Something computed.
     *
     * @param condition as text
     * @param values of both sides, or the result
     * @param extension what an aggregate ran over; each of them is an earlier entry
     */
    public record Computed(String condition, Map<String, Term> bindings, List<Term> values, List<Seen> extension) {
        public Computed {
            bindings = Map.copyOf(bindings);
            values = List.copyOf(values);
            extension = List.copyOf(extension);
        }
    }

    /**
     * A clashing conclusion that lost.
     *
     * @param rule null: a statement
     * @param winner the rule it lost to; null: a statement
     */
    public record Rival(
            Triple conclusion,
            @Nullable String rule,
            String preference,
            @Nullable String winner) {}

    /**
     * A rule.
     *
     * @param version SHA-256 of the text
     */
    public record RuleText(String id, String version, String text) {}

    /**
     * A page as it was read.
     *
     * @param document see {@link warrant.graph.Document#id}
     * @param file SHA-256 of the document's bytes
     * @param hash SHA-256 of the page's text
     */
    public record Page(String document, String name, String file, String label, String hash, String text) {}

    /**
     * What rules are read against.
     *
     * @param ranks highest first
     * @param contrary pairs of relations
     */
    public record Setting(
            List<String> ranks,
            List<String> functional,
            List<List<String>> contrary,
            List<BusinessCalendar> calendars) {
        public Setting {
            ranks = List.copyOf(ranks);
            functional = List.copyOf(functional);
            contrary = contrary.stream().map(List::copyOf).toList();
            calendars = List.copyOf(calendars);
        }
    }

    /**
     * A calendar.
     *
     * @param weekend names of days: {@code SATURDAY}
     * @param holidays dates, and {@code --05-01} for every year
     */
    public record BusinessCalendar(String name, List<String> weekend, List<String> holidays) {
        public BusinessCalendar {
            weekend = List.copyOf(weekend);
            holidays = List.copyOf(holidays);
        }
    }
}
