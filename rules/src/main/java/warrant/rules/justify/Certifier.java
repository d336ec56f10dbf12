package warrant.rules.justify;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import warrant.graph.Document;
import warrant.graph.Origin;
import warrant.graph.Page;
import warrant.graph.Quotation;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.rules.Deduction;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleForm;
import warrant.rules.check.Certificate;
import warrant.rules.check.Certificate.Entry;
import warrant.rules.check.Denial;

/** Makes certificates of proofs: everything that a checker needs, and nothing that it must believe. */
public final class Certifier {
    private final Deduction deduction;
    private final Function<String, Optional<Document>> documents;
    private final List<Entry> entries = new ArrayList<>();
    /**
     * By identity: proofs share their parts, and comparing them part by part would take each as often as it is used.
     */
    private final IdentityHashMap<Proof, Integer> numbers = new IdentityHashMap<>();

    private final Map<String, Certificate.RuleText> rules = new LinkedHashMap<>();
    private final Map<String, Certificate.Page> pages = new LinkedHashMap<>();

    /** Deductions as of days that the first never had to look at. */
    private final List<Snapshot> others;

    Certifier(Deduction deduction, List<Snapshot> others, Function<String, Optional<Document>> documents) {
        this.deduction = deduction;
        this.others = List.copyOf(others);
        this.documents = documents;
    }

    /**
     * @param documents by identifier, of at least those quoted
     * @return the certificate of a proof that the deduction gave, sealed
     * @throws IllegalArgumentException when a document quoted is missing
     */
    public static Certificate certify(
            Deduction deduction, Proof proof, Function<String, Optional<Document>> documents) {
        Certifier certifier = new Certifier(deduction, List.of(), documents);
        certifier.number(proof);
        LocalDate day = proof.asOf() == null ? deduction.asOf() : proof.asOf();
        return new Certificate(
                        proof.conclusion(),
                        day,
                        certifier.entries,
                        List.copyOf(certifier.rules.values()),
                        List.copyOf(certifier.pages.values()),
                        setting(deduction.rules()),
                        "")
                .sealed();
    }

    static Certificate.Setting setting(RuleBase rules) {
        return new Certificate.Setting(
                rules.ranks(),
                rules.functional().stream().sorted().toList(),
                rules.contrary().stream()
                        .map(pair -> List.of(pair.one(), pair.other()))
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .toList(),
                rules.calendars().calendars().stream()
                        .map(calendar -> new Certificate.BusinessCalendar(
                                calendar.name(),
                                calendar.weekend().stream()
                                        .sorted()
                                        .map(DayOfWeek::name)
                                        .toList(),
                                holidays(calendar)))
                        .toList());
    }

    /**
     * @return the certificate of a “no” that the deduction gave, sealed
     * @throws IllegalArgumentException saying why there is none: the goal is in dispute, the deduction was cut, or the
     *     goal depends on too much
     */
    public static Denial certify(
            Deduction deduction, Refutation refutation, Function<String, Optional<Document>> documents) {
        if (!(deduction instanceof Snapshot snapshot)) {
            throw new IllegalArgumentException("a deduction of another make");
        }
        return Denier.denial(snapshot, refutation, others -> new Certifier(deduction, others, documents));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Certificate.Page> pages() {
        return List.copyOf(pages.values());
    }

    private static List<String> holidays(warrant.rules.value.Calendar calendar) {
        List<String> days = new ArrayList<>(
                calendar.dates().stream().map(LocalDate::toString).sorted().toList());
        calendar.yearly().stream().map(MonthDay::toString).sorted().forEach(days::add);
        return days;
    }

    /** @return the number of the entry of a proof, made with all it rests on where it is new */
    int number(Proof proof) {
        Integer known = numbers.get(proof);
        if (known != null) {
            return known;
        }
        Entry entry = switch (proof) {
            case Proof.Leaf leaf -> premise(leaf);
            case Proof.Step step -> inference(step);
        };
        entries.add(entry);
        numbers.put(proof, entries.size() - 1);
        return entries.size() - 1;
    }

    private Entry premise(Proof.Leaf leaf) {
        return new Certificate.Premise(
                leaf.conclusion(),
                leaf.asOf(),
                leaf.statements().stream().map(this::stated).toList());
    }

    private Certificate.Stated stated(Statement statement) {
        List<Certificate.Ground> grounds = statement.supports().stream()
                .filter(support -> support.closed() == null)
                .map(this::ground)
                .toList();
        return new Certificate.Stated(statement.triple(), statement.valid(), grounds);
    }

    private Certificate.Ground ground(Support support) {
        return switch (support.origin()) {
            case Origin.Asserted(String author, String reason) ->
                new Certificate.Ground(support.id(), author, reason, List.of());
            case Origin.Extracted extracted -> {
                extracted.evidence().forEach(this::page);
                yield new Certificate.Ground(support.id(), null, null, extracted.evidence());
            }
            case Origin.Derived derived ->
                throw new IllegalArgumentException("a conclusion is no premise: " + derived.rule());
        };
    }

    private void page(Quotation quotation) {
        String id = quotation.span().document();
        String label = quotation.span().page();
        if (pages.containsKey(id + "\n" + label)) {
            return;
        }
        Document document = documents
                .apply(id)
                .orElseThrow(() -> new IllegalArgumentException("a document quoted is missing: " + id));
        Page page = document.page(label)
                .orElseThrow(
                        () -> new IllegalArgumentException("page " + label + " of " + document.name() + " is missing"));
        pages.put(
                id + "\n" + label,
                new Certificate.Page(
                        id, document.name(), document.hash(), label, RuleForm.hash(page.text()), page.text()));
    }

    private Entry inference(Proof.Step step) {
        List<Integer> premises =
                step.premises().stream().map(this::number).distinct().toList();
        for (Proof.Computation computed : step.computations()) {
            computed.extension().forEach(seen -> seen(seen, computed));
        }
        return new Certificate.Inference(
                step.conclusion(),
                step.asOf(),
                step.rule().id(),
                rule(step.rule()).version(),
                new TreeMap<>(step.bindings()),
                premises,
                step.absences().stream().map(Certifier::absent).toList(),
                step.computations().stream().map(Certifier::computed).toList(),
                step.rivals().stream().map(this::rival).toList());
    }

    /** What an aggregate ran over gets entries of its own. */
    private void seen(Proof.Seen seen, Proof.Computation computed) {
        LocalDate day = seen.day();
        Proof proof = day == null
                ? new Proof.Leaf(seen.triple(), null, deduction.everStated(seen.triple()))
                : proof(seen, day);
        if (proof == null) {
            throw new IllegalArgumentException("no proof of " + seen + ", which " + computed.condition() + " ran over");
        }
        number(proof);
    }

    private @Nullable Proof proof(Proof.Seen seen, LocalDate day) {
        return Stream.concat(Stream.of(deduction), others.stream())
                .flatMap(each -> each.proof(seen.triple(), day).stream())
                .findFirst()
                .orElse(null);
    }

    private Certificate.RuleText rule(Rule rule) {
        return rules.computeIfAbsent(
                rule.id(), id -> new Certificate.RuleText(id, rule.version(), RuleForm.write(rule)));
    }

    private @Nullable String id(@Nullable Rule rule) {
        return rule == null ? null : rule(rule).id();
    }

    private static List<Certificate.Seen> extension(List<Proof.Seen> seen) {
        return seen.stream()
                .map(one -> new Certificate.Seen(one.triple(), one.day()))
                .toList();
    }

    private static Certificate.Absent absent(Proof.Absence absence) {
        return new Certificate.Absent(
                RuleForm.write(absence.condition()),
                absence.bindings(),
                extension(absence.extension()),
                absence.complete());
    }

    private static Certificate.Computed computed(Proof.Computation computed) {
        return new Certificate.Computed(
                RuleForm.write(computed.condition()),
                computed.bindings(),
                computed.values(),
                extension(computed.extension()));
    }

    private Certificate.Rival rival(Proof.Rival rival) {
        return new Certificate.Rival(
                rival.conclusion(), id(rival.rule()), rival.preference().name(), id(rival.winner()));
    }
}
