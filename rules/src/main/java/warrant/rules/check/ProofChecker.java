package warrant.rules.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Quotation;
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

    private void checked(Certificate certificate) {
        require(certificate.seal().equals(CertificateJson.seal(certificate)), "the seal is broken");
        Map<String, Form.Group> rules = rules(certificate);
        Set<String> seen = new HashSet<>();
        for (Page page : certificate.pages()) {
            require(
                    page.hash().equals(sha256(page.text())),
                    "page " + page.label() + " of " + page.name() + " changed");
            require(seen.add(page.document() + "\n" + page.label()), "a page is listed twice: " + page.label());
        }
        List<Entry> entries = certificate.entries();
        require(!entries.isEmpty(), "nothing is proved");
        Set<Integer> needed = new HashSet<>(Set.of(entries.size() - 1));
        Set<Page> quoted = new HashSet<>();
        Set<String> applied = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            switch (entries.get(i)) {
                case Certificate.Premise premise -> premise(premise, certificate, quoted);
                case Certificate.Inference inference ->
                    new Inferring(certificate, rules, inference, i).check(needed, applied);
            }
        }
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

    private static Map<String, Form.Group> rules(Certificate certificate) {
        Map<String, Form.Group> rules = new HashMap<>();
        for (Certificate.RuleText text : certificate.rules()) {
            require(sha256(text.text()).equals(text.version()), "rule " + text.id() + " is not of its version");
            Form.Group form = Form.parse(text.text());
            require(form.word().equals("rule") && text.id().equals(form.field("id")), "not the rule " + text.id());
            require(rules.put(text.id(), form) == null, "rule " + text.id() + " is listed twice");
        }
        return rules;
    }

    private static void premise(Certificate.Premise premise, Certificate certificate, Set<Page> quoted) {
        String what = premise.conclusion().toString();
        require(!premise.statements().isEmpty(), "nothing states " + what);
        for (Certificate.Stated stated : premise.statements()) {
            require(same(stated.triple(), premise.conclusion()), "something else is stated than " + what);
            require(
                    premise.day() == null || stated.valid().contains(premise.day()),
                    what + " is not stated for " + premise.day());
            require(!stated.grounds().isEmpty(), "a statement without support: " + what);
            stated.grounds().forEach(ground -> ground(ground, certificate, quoted));
        }
    }

    private static void ground(Certificate.Ground ground, Certificate certificate, Set<Page> quoted) {
        boolean word = ground.author() != null
                && !ground.author().isBlank()
                && ground.reason() != null
                && !ground.reason().isBlank();
        boolean quotes = ground.author() == null
                && ground.reason() == null
                && !ground.quotations().isEmpty();
        require(word ? ground.quotations().isEmpty() : quotes, "a support that is neither word nor quotation");
        for (Quotation quotation : ground.quotations()) {
            quoted.add(page(quotation, certificate));
        }
    }

    private static Page page(Quotation quotation, Certificate certificate) {
        for (Page page : certificate.pages()) {
            if (page.document().equals(quotation.span().document())
                    && page.label().equals(quotation.span().page())) {
                int length = page.text().codePointCount(0, page.text().length());
                require(quotation.span().end() <= length, "a quotation beyond its page");
                int begin = page.text().offsetByCodePoints(0, quotation.span().begin());
                int end = page.text().offsetByCodePoints(0, quotation.span().end());
                require(
                        page.text().substring(begin, end).equals(quotation.text()),
                        "“" + quotation.text() + "” does not stand there");
                return page;
            }
        }
        throw new Rejection("the page of a quotation is missing: " + quotation.span());
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

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
