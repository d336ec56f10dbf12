package warrant.rules.check;

import static warrant.rules.check.CertificateJson.each;
import static warrant.rules.check.CertificateJson.map;
import static warrant.rules.check.CertificateJson.object;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Term;
import warrant.rules.check.Denial.Beaten;
import warrant.rules.check.Denial.Held;

/** Certificates of a “no” as JSON, and back. */
final class DenialJson {
    static final String FORMAT = "warrant-denial-1";

    private DenialJson() {}

    static String write(Denial denial) {
        return Json.write(tree(denial, denial.seal()));
    }

    static String seal(Denial denial) {
        return Sha256.of(Json.write(tree(denial, "")));
    }

    private static Map<String, @Nullable Object> tree(Denial d, String seal) {
        Term object = d.object();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("subject", d.subject().iri());
        map.put("relation", d.relation());
        map.put("object", object == null ? null : map(object));
        map.put("asOf", d.asOf().toString());
        map.put("days", each(d.days(), LocalDate::toString));
        map.put("model", each(d.model(), DenialJson::held));
        map.put("beaten", each(d.beaten(), DenialJson::beaten));
        map.put("entries", each(d.entries(), CertificateJson::map));
        map.put("rules", each(d.rules(), CertificateJson::map));
        map.put("pages", each(d.pages(), CertificateJson::map));
        map.put("setting", map(d.setting()));
        map.put("snapshot", d.snapshot());
        map.put("seal", seal);
        return map;
    }

    private static Object held(Held held) {
        LocalDate day = held.day();
        return object(
                "triple", map(held.triple()), "day", day == null ? null : day.toString(), "stated", held.stated());
    }

    private static Object beaten(Beaten beaten) {
        return object(
                "conclusion",
                map(beaten.conclusion()),
                "day",
                beaten.day().toString(),
                "rule",
                beaten.rule(),
                "by",
                (long) beaten.by(),
                "preference",
                beaten.preference());
    }

    static Denial read(String text) {
        try {
            Fields fields = Fields.of(Json.parse(text));
            if (!fields.text("format").equals(FORMAT)) {
                throw new IllegalArgumentException("not of format " + FORMAT);
            }
            Object object = fields.get("object");
            Denial read = new Denial(
                    new Entity(fields.text("subject")),
                    fields.text("relation"),
                    object == null ? null : CertificateReader.term(object),
                    LocalDate.parse(fields.text("asOf")),
                    fields.list("days", day -> LocalDate.parse(Fields.string(day))),
                    fields.list("model", DenialJson::readHeld),
                    fields.list("beaten", DenialJson::readBeaten),
                    fields.list("entries", CertificateReader::entry),
                    fields.list("rules", CertificateReader::rule),
                    fields.list("pages", CertificateReader::page),
                    CertificateReader.setting(Fields.of(fields.get("setting"))),
                    fields.text("snapshot"),
                    fields.text("seal"));
            fields.end();
            return read;
        } catch (java.time.DateTimeException noDate) {
            throw new IllegalArgumentException("a certificate with a malformed date", noDate);
        }
    }

    private static Held readHeld(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Held held = new Held(
                CertificateReader.triple(fields.get("triple")),
                CertificateReader.day(fields.textOrNull("day")),
                fields.truth("stated"));
        fields.end();
        return held;
    }

    private static Beaten readBeaten(@Nullable Object value) {
        Fields fields = Fields.of(value);
        Beaten beaten = new Beaten(
                CertificateReader.triple(fields.get("conclusion")),
                LocalDate.parse(fields.text("day")),
                fields.textOrNull("rule"),
                Math.toIntExact(Fields.number(fields.get("by"))),
                fields.text("preference"));
        fields.end();
        return beaten;
    }
}
