package warrant.rules.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Triple;
import warrant.rules.check.Certificate.Entry;
import warrant.rules.check.Certificate.Page;

/**
 * Checks a certificate: every step follows by the text of its rule from earlier steps, every quotation stands on its
 * page, every number comes out again.
 *
 * <p>Taken on trust: that what is listed as the extension of an absence is all there was, that the rules and pages are
 * those of the matter (compare their hashes: {@link Anchors}), and that rules say what the law says.
 */
public final class ProofChecker {

    /** The outcome. */
    public sealed interface Verdict {
        /** Every step holds. */
        record Accepted() implements Verdict {}

        /** @param reason the first thing that does not hold */
        record Rejected(String reason) implements Verdict {}

        default boolean isAccepted() {
            return this instanceof Accepted;
        }
    }

    /**
     * What the checking person holds independently.
     *
     * @param versions of the rules, by id
     * @param files hashes of the documents' bytes, by identifier of the document
     */
    public record Anchors(Map<String, String> versions, Map<String, String> files) {
        public Anchors {
            versions = Map.copyOf(versions);
            files = Map.copyOf(files);
        }
    }

    /** @return whether the certificate holds in itself */
    public Verdict check(Certificate certificate) {
        try {
            checked(certificate);
            return new Verdict.Accepted();
        } catch (Rejection rejection) {
            return new Verdict.Rejected(String.valueOf(rejection.getMessage()));
        }
    }

    /** @return whether the certificate holds, and rests on just the rules and documents that are held */
    public Verdict check(Certificate certificate, Anchors anchors) {
        for (Certificate.RuleText rule : certificate.rules()) {
            if (!rule.version().equals(anchors.versions().get(rule.id()))) {
                return new Verdict.Rejected("rule " + rule.id() + " is not the version held");
            }
        }
        for (Page page : certificate.pages()) {
            if (!page.file().equals(anchors.files().get(page.document()))) {
                return new Verdict.Rejected("document " + page.name() + " is not the one held");
            }
        }
        return check(certificate);
    }

    /** @return whether a “no” holds: whether its model lacks the goal and is closed under its rules */
    public Verdict check(Denial denial) {
        try {
            Denying.check(denial);
            return new Verdict.Accepted();
        } catch (Rejection rejection) {
            return new Verdict.Rejected(String.valueOf(rejection.getMessage()));
        }
    }

    /** @return whether a “no” holds, under all the rules that are held and no others */
    public Verdict check(Denial denial, Anchors anchors) {
        String other = Denying.strange(denial, anchors);
        return other.isEmpty() ? check(denial) : new Verdict.Rejected(other);
    }

    private void checked(Certificate certificate) {
        require(certificate.seal().equals(CertificateJson.seal(certificate)), "the seal is broken");
        Map<String, Form.Group> rules = rules(certificate.rules());
        List<Entry> entries = certificate.entries();
        require(!entries.isEmpty(), "nothing is proved");
        Set<Integer> needed = new HashSet<>(Set.of(entries.size() - 1));
        Set<String> applied = new HashSet<>();
        Set<Page> quoted = entries(certificate, rules, needed, applied);
        for (int i = 0; i < entries.size(); i++) {
            require(needed.contains(i), "entry " + (i + 1) + " is of no use");
        }
        require(quoted.size() == certificate.pages().size(), "a page is listed that nothing quotes");
        require(applied.equals(rules.keySet()), "a rule is listed that nothing uses");
        Entry last = entries.getLast();
        require(
                last.conclusion().equals(certificate.conclusion())
                        && certificate.asOf().equals(last.day()),
                "the last entry is not the conclusion");
    }

    /**
     * Checks every entry, with the pages that they quote.
     *
     * @return the pages quoted
     */
    static Set<Page> entries(
            Certificate certificate, Map<String, Form.Group> rules, Set<Integer> needed, Set<String> applied) {
        Set<String> seen = new HashSet<>();
        for (Page page : certificate.pages()) {
            require(
                    page.hash().equals(Sha256.of(page.text())),
                    "page " + page.label() + " of " + page.name() + " changed");
            require(seen.add(page.document() + "\n" + page.label()), "a page is listed twice: " + page.label());
        }
        Set<Page> quoted = new HashSet<>();
        for (int i = 0; i < certificate.entries().size(); i++) {
            switch (certificate.entries().get(i)) {
                case Certificate.Premise premise -> Premises.check(premise, certificate.pages(), quoted);
                case Certificate.Inference inference ->
                    new Inferring(certificate, rules, inference, i).check(needed, applied);
            }
        }
        return quoted;
    }

    static Map<String, Form.Group> rules(List<Certificate.RuleText> texts) {
        Map<String, Form.Group> rules = new HashMap<>();
        for (Certificate.RuleText text : texts) {
            require(Sha256.of(text.text()).equals(text.version()), "rule " + text.id() + " is not of its version");
            Form.Group form = Form.parse(text.text());
            require(form.word().equals("rule") && text.id().equals(form.field("id")), "not the rule " + text.id());
            require(rules.put(text.id(), form) == null, "rule " + text.id() + " is listed twice");
        }
        return rules;
    }

    static boolean same(Triple one, Triple other) {
        return one.subject().equals(other.subject())
                && one.relation().equals(other.relation())
                && Value.same(one.object(), other.object());
    }

    /** @return whether a triple is a label equal to a text as labels are compared */
    static boolean labels(Triple triple, String text) {
        return (triple.relation().equals(Iris.LABEL) || triple.relation().equals(Iris.ALT_LABEL))
                && triple.object() instanceof Literal(String label, String datatype)
                && Labels.same(label, text);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Rejection(otherwise);
        }
    }
}
