package warrant.orchestrator.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import warrant.graph.Document;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.Rule;
import warrant.rules.check.Certificate;
import warrant.rules.check.Denial;
import warrant.rules.check.ProofChecker;
import warrant.rules.justify.Certifier;

/** Asks the independent checker. */
public final class Checking {
    private Checking() {}

    /** @return {@code accepted}, or {@code rejected: why} */
    public static String of(Proof proof, Knowledge knowledge) {
        try {
            return words(new ProofChecker().check(certificate(proof, knowledge), anchors(knowledge)));
        } catch (IllegalArgumentException e) {
            return "rejected: " + e.getMessage();
        }
    }

    /** @return the same of a “no”, or {@code not certified: why} */
    public static String of(Refutation refutation, Knowledge knowledge) {
        try {
            return words(new ProofChecker().check(certificate(refutation, knowledge), anchors(knowledge)));
        } catch (IllegalArgumentException e) {
            return "not certified: " + e.getMessage();
        }
    }

    /** @throws IllegalArgumentException when a document quoted is missing */
    static Certificate certificate(Proof proof, Knowledge knowledge) {
        return Certifier.certify(knowledge.deduction(), proof, documents(knowledge));
    }

    /** @throws IllegalArgumentException saying why there is none */
    static Denial certificate(Refutation refutation, Knowledge knowledge) {
        return Certifier.certify(knowledge.deduction(), refutation, documents(knowledge));
    }

    private static Function<String, Optional<Document>> documents(Knowledge knowledge) {
        return id -> Optional.ofNullable(knowledge.documents().get(id));
    }

    private static String words(ProofChecker.Verdict verdict) {
        return switch (verdict) {
            case ProofChecker.Verdict.Accepted accepted -> "accepted";
            case ProofChecker.Verdict.Rejected(String reason) -> "rejected: " + reason;
        };
    }

    private static ProofChecker.Anchors anchors(Knowledge knowledge) {
        Map<String, String> versions = new HashMap<>();
        for (Rule rule : knowledge.rules().rules()) {
            versions.put(rule.id(), rule.version());
        }
        Map<String, String> files = new HashMap<>();
        for (Document document : knowledge.documents().values()) {
            files.put(document.id(), document.hash());
        }
        return new ProofChecker.Anchors(versions, files);
    }
}
