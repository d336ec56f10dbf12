package warrant.orchestrator.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import warrant.graph.Document;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.check.Certificate;
import warrant.rules.check.ProofChecker;
import warrant.rules.justify.Certifier;

/** Asks the independent checker. */
public final class Checking {
    private Checking() {}

    /** @return {@code accepted}, or {@code rejected: why} */
    public static String of(Proof proof, Knowledge knowledge) {
        ProofChecker.Verdict verdict;
        try {
            Certificate certificate = Certifier.certify(
                    knowledge.deduction(),
                    proof,
                    id -> Optional.ofNullable(knowledge.documents().get(id)));
            verdict = new ProofChecker().check(certificate, anchors(knowledge));
        } catch (IllegalArgumentException e) {
            return "rejected: " + e.getMessage();
        }
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
