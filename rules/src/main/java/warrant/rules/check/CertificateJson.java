package warrant.rules.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.check.Certificate.Entry;
import warrant.rules.check.Certificate.Seen;

/** Certificates as JSON, and back. Reading refuses what is missing, misplaced or unknown. */
public final class CertificateJson {
    static final String FORMAT = "warrant-certificate-1";

    private CertificateJson() {}

    /** @throws IllegalArgumentException saying what is wrong, when the text is not a certificate */
    public static Certificate read(String text) {
        return CertificateReader.read(text);
    }

    static String write(Certificate certificate) {
        return Json.write(map(certificate, certificate.seal()));
    }

    static String seal(Certificate certificate) {
        return Sha256.of(Json.write(map(certificate, "")));
    }

    private static Map<String, @Nullable Object> map(Certificate c, String seal) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("conclusion", map(c.conclusion()));
        map.put("asOf", c.asOf().toString());
        map.put("entries", each(c.entries(), CertificateJson::map));
        map.put("rules", each(c.rules(), CertificateJson::map));
        map.put("pages", each(c.pages(), CertificateJson::map));
        map.put("setting", map(c.setting()));
        map.put("seal", seal);
        return map;
    }

    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    static <T> List<@Nullable Object> each(List<T> list, Function<T, Object> map) {
        List<@Nullable Object> all = new ArrayList<>();
        list.forEach(one -> all.add(map.apply(one)));
        return all;
    }

    static Object map(Triple triple) {
        return object("subject", triple.subject().iri(), "relation", triple.relation(), "object", map(triple.object()));
    }

    static Object map(Term term) {
        return switch (term) {
            case Entity(String iri) -> object("iri", iri);
            case Literal(String lexical, String datatype) -> object("value", lexical, "datatype", datatype);
        };
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static Object map(Entry entry) {
        return switch (entry) {
            case Certificate.Premise premise ->
                object(
                        "conclusion",
                        map(premise.conclusion()),
                        "day",
                        day(premise.day()),
                        "statements",
                        each(premise.statements(), CertificateJson::map));
            case Certificate.Inference step ->
                object(
                        "conclusion",
                        map(step.conclusion()),
                        "day",
                        step.day().toString(),
                        "rule",
                        step.rule(),
                        "version",
                        step.version(),
                        "bindings",
                        bindings(step.bindings()),
                        "premises",
                        each(step.premises(), Integer::longValue),
                        "absences",
                        each(step.absences(), CertificateJson::map),
                        "computations",
                        each(step.computations(), CertificateJson::map),
                        "rivals",
                        each(step.rivals(), CertificateJson::map));
        };
    }

    private static Object bindings(Map<String, Term> bindings) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        new TreeMap<>(bindings).forEach((name, term) -> map.put(name, map(term)));
        return map;
    }

    private static Object map(Certificate.Stated stated) {
        return object(
                "triple",
                map(stated.triple()),
                "from",
                day(stated.valid().from()),
                "until",
                day(stated.valid().until()),
                "grounds",
                each(stated.grounds(), CertificateJson::map));
    }

    private static Object map(Certificate.Ground ground) {
        return object(
                "support",
                ground.support(),
                "author",
                ground.author(),
                "reason",
                ground.reason(),
                "quotations",
                each(ground.quotations(), CertificateJson::map));
    }

    private static Object map(Quotation quotation) {
        Span span = quotation.span();
        return object(
                "document",
                span.document(),
                "page",
                span.page(),
                "begin",
                (long) span.begin(),
                "end",
                (long) span.end(),
                "cell",
                span.cell(),
                "text",
                quotation.text());
    }

    private static Object map(Seen seen) {
        return object("triple", map(seen.triple()), "day", day(seen.day()));
    }

    private static Object map(Certificate.Absent absent) {
        return object(
                "condition",
                absent.condition(),
                "bindings",
                bindings(absent.bindings()),
                "extension",
                each(absent.extension(), CertificateJson::map),
                "complete",
                absent.complete());
    }

    private static Object map(Certificate.Computed computed) {
        return object(
                "condition",
                computed.condition(),
                "bindings",
                bindings(computed.bindings()),
                "values",
                each(computed.values(), CertificateJson::map),
                "extension",
                each(computed.extension(), CertificateJson::map));
    }

    private static Object map(Certificate.Rival rival) {
        return object(
                "conclusion",
                map(rival.conclusion()),
                "rule",
                rival.rule(),
                "preference",
                rival.preference(),
                "winner",
                rival.winner());
    }

    static Object map(Certificate.RuleText rule) {
        return object("id", rule.id(), "version", rule.version(), "text", rule.text());
    }

    static Object map(Certificate.Page page) {
        return object(
                "document",
                page.document(),
                "name",
                page.name(),
                "file",
                page.file(),
                "label",
                page.label(),
                "hash",
                page.hash(),
                "text",
                page.text());
    }

    static Object map(Certificate.Setting setting) {
        return object(
                "ranks",
                setting.ranks(),
                "functional",
                setting.functional(),
                "contrary",
                setting.contrary(),
                "calendars",
                each(
                        setting.calendars(),
                        calendar -> object(
                                "name",
                                calendar.name(),
                                "weekend",
                                calendar.weekend(),
                                "holidays",
                                calendar.holidays())));
    }
}
