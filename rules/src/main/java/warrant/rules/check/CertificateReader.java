package warrant.rules.check;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.check.Certificate.Entry;
import warrant.rules.check.Certificate.Seen;

/** Reads certificates. */
final class CertificateReader {
    private CertificateReader() {}

    static Certificate read(String text) {
        try {
            Fields fields = Fields.of(Json.parse(text));
            if (!fields.text("format").equals(CertificateJson.FORMAT)) {
                throw new IllegalArgumentException("not of format " + CertificateJson.FORMAT);
            }
            Certificate read = new Certificate(
                    triple(fields.get("conclusion")),
                    LocalDate.parse(fields.text("asOf")),
                    fields.list("entries", CertificateReader::entry),
                    fields.list("rules", CertificateReader::rule),
                    fields.list("pages", CertificateReader::page),
                    setting(Fields.of(fields.get("setting"))),
                    fields.text("seal"));
            fields.end();
            return read;
        } catch (java.time.DateTimeException noDate) {
            throw new IllegalArgumentException("a certificate with a malformed date", noDate);
        }
    }

    static Triple triple(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Triple triple =
                new Triple(new Entity(fields.text("subject")), fields.text("relation"), term(fields.get("object")));
        fields.end();
        return triple;
    }

    static Term term(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Term term = fields.has("iri")
                ? new Entity(fields.text("iri"))
                : new Literal(fields.text("value"), fields.text("datatype"));
        fields.end();
        return term;
    }

    static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    static Entry entry(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Triple conclusion = triple(fields.get("conclusion"));
        LocalDate day = day(fields.textOrNull("day"));
        Entry entry;
        if (fields.has("statements")) {
            entry = new Certificate.Premise(conclusion, day, fields.list("statements", CertificateReader::stated));
        } else if (day == null) {
            throw new IllegalArgumentException("an inference without a day");
        } else {
            entry = new Certificate.Inference(
                    conclusion,
                    day,
                    fields.text("rule"),
                    fields.text("version"),
                    new TreeMap<>(bindings(fields.get("bindings"))),
                    fields.list("premises", number -> Math.toIntExact(Fields.number(number))),
                    fields.list("absences", CertificateReader::absent),
                    fields.list("computations", CertificateReader::computed),
                    fields.list("rivals", CertificateReader::rival));
        }
        fields.end();
        return entry;
    }

    private static Map<String, Term> bindings(@Nullable Object value) {
        Map<String, Term> bindings = new TreeMap<>();
        Fields fields = Fields.of(value);
        fields.names().forEach(name -> bindings.put(name, term(fields.get(name))));
        return bindings;
    }

    private static Certificate.Stated stated(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Interval valid = new Interval(day(fields.textOrNull("from")), day(fields.textOrNull("until")));
        Certificate.Stated stated = new Certificate.Stated(
                triple(fields.get("triple")), valid, fields.list("grounds", CertificateReader::ground));
        fields.end();
        return stated;
    }

    private static Certificate.Ground ground(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Certificate.Ground ground = new Certificate.Ground(
                fields.text("support"),
                fields.textOrNull("author"),
                fields.textOrNull("reason"),
                fields.list("quotations", CertificateReader::quotation));
        fields.end();
        return ground;
    }

    private static Quotation quotation(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Span span = new Span(
                fields.text("document"),
                fields.text("page"),
                Math.toIntExact(Fields.number(fields.get("begin"))),
                Math.toIntExact(Fields.number(fields.get("end"))),
                fields.textOrNull("cell"));
        Quotation quotation = new Quotation(span, fields.text("text"));
        fields.end();
        return quotation;
    }

    private static Seen seen(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Seen seen = new Seen(triple(fields.get("triple")), day(fields.textOrNull("day")));
        fields.end();
        return seen;
    }

    private static Certificate.Absent absent(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Certificate.Absent absent = new Certificate.Absent(
                fields.text("condition"),
                bindings(fields.get("bindings")),
                fields.list("extension", CertificateReader::seen),
                fields.truth("complete"));
        fields.end();
        return absent;
    }

    private static Certificate.Computed computed(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Certificate.Computed computed = new Certificate.Computed(
                fields.text("condition"),
                bindings(fields.get("bindings")),
                fields.list("values", CertificateReader::term),
                fields.list("extension", CertificateReader::seen));
        fields.end();
        return computed;
    }

    private static Certificate.Rival rival(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Certificate.Rival rival = new Certificate.Rival(
                triple(fields.get("conclusion")),
                fields.textOrNull("rule"),
                fields.text("preference"),
                fields.textOrNull("winner"));
        fields.end();
        return rival;
    }

    static Certificate.RuleText rule(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Certificate.RuleText rule =
                new Certificate.RuleText(fields.text("id"), fields.text("version"), fields.text("text"));
        fields.end();
        return rule;
    }

    static Certificate.Page page(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Certificate.Page page = new Certificate.Page(
                fields.text("document"),
                fields.text("name"),
                fields.text("file"),
                fields.text("label"),
                fields.text("hash"),
                fields.text("text"));
        fields.end();
        return page;
    }

    static Certificate.Setting setting(Fields fields) {
        Certificate.Setting setting = new Certificate.Setting(
                fields.list("ranks", Fields::string),
                fields.list("functional", Fields::string),
                fields.list("contrary", pair -> Fields.each(pair, Fields::string)),
                fields.list("calendars", CertificateReader::calendar));
        fields.end();
        return setting;
    }

    private static Certificate.BusinessCalendar calendar(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Certificate.BusinessCalendar calendar = new Certificate.BusinessCalendar(
                fields.text("name"), fields.list("weekend", Fields::string), fields.list("holidays", Fields::string));
        fields.end();
        return calendar;
    }
}
