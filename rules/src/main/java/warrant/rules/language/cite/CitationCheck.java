package warrant.rules.language.cite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.graph.Document;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.language.Nearest;
import warrant.rules.language.Problem;
import warrant.rules.language.cite.DocumentText.Range;

/**
 * Finds what rules cite. The words must equal the text of the document code point for code point after every run of
 * white space, line and page breaks among it, has become one blank; and they must stand under the clause named.
 */
public final class CitationCheck {
    private static final int SHOWN = 60;

    private final List<Document> documents;
    private final Map<String, DocumentText> texts = new HashMap<>();
    private final Map<String, DocumentText> bare = new HashMap<>();
    private final List<Cited> found = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * What was found.
     *
     * @param found in the order of rules and citations
     * @param problems errors, one for each citation that was not found
     */
    public record Result(List<Cited> found, List<Problem> problems) {
        public Result {
            found = List.copyOf(found);
            problems = List.copyOf(problems);
        }

        /** @return the citations of a rule that were found */
        public List<Cited> of(Rule rule) {
            return found.stream().filter(c -> c.rule().id().equals(rule.id())).toList();
        }
    }

    private CitationCheck(List<Document> documents) {
        this.documents = documents;
    }

    public static Result check(RuleBase rules, List<Document> documents) {
        CitationCheck check = new CitationCheck(documents);
        for (Rule rule : rules.rules()) {
            rule.citations().forEach(citation -> check.check(rule, citation));
        }
        return new Result(check.found, check.problems);
    }

    private void check(Rule rule, Rule.Citation citation) {
        Document document = document(citation.file()).orElse(null);
        if (document == null) {
            String cure = Nearest.to(
                            citation.file(),
                            documents.stream().map(Document::name).toList())
                    .orElse(null);
            problem(
                    rule,
                    "rule " + rule.id() + " cites " + citation.file() + ", which is not among the documents",
                    cure);
            return;
        }
        DocumentText text = texts.computeIfAbsent(document.id(), id -> DocumentText.of(document));
        if (found(rule, citation, text)) {
            return;
        }
        DocumentText without = bare.computeIfAbsent(document.id(), id -> DocumentText.withoutPageFurniture(document));
        if (!found(rule, citation, without)) {
            report(rule, citation, occurs(text, citation) ? text : without);
        }
    }

    /** By its path in the documents folder, or by its name alone where only one document bears it. */
    private Optional<Document> document(String file) {
        Optional<Document> exact =
                documents.stream().filter(d -> d.name().equals(file)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<Document> named =
                documents.stream().filter(d -> d.name().endsWith("/" + file)).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static boolean occurs(DocumentText text, Rule.Citation citation) {
        return text.text().contains(DocumentText.collapse(citation.words()));
    }

    private boolean found(Rule rule, Rule.Citation citation, DocumentText text) {
        String words = DocumentText.collapse(citation.words());
        int at = text.text().indexOf(words);
        if (at < 0) {
            return false;
        }
        List<Range> scopes = new ClauseScopes(text).of(citation.clause());
        while (at >= 0) {
            int begin = at;
            int end = at + words.length();
            if (scopes.stream().anyMatch(scope -> scope.holds(begin, end))) {
                found.add(new Cited(rule, citation, text.quotations(new Range(begin, end))));
                return true;
            }
            at = text.text().indexOf(words, at + 1);
        }
        return false;
    }

    private void report(Rule rule, Rule.Citation citation, DocumentText text) {
        String where = "rule " + rule.id() + " cites " + citation.file() + " clause " + citation.clause();
        String words = DocumentText.collapse(citation.words());
        int at = text.text().indexOf(words);
        if (at < 0) {
            problem(rule, where + ", but the words are not there: " + howFar(words, text.text()), null);
            return;
        }
        ClauseScopes scopes = new ClauseScopes(text);
        String label = scopes.nearestLabel(at);
        String clause = scopes.of(citation.clause()).isEmpty()
                ? ", but there is no such clause; the words stand on page "
                : ", but the words stand elsewhere, on page ";
        problem(rule, where + clause + text.page(at), label == null ? null : "clause \"" + label + "\"");
    }

    /** Says up to where the words agree with the document, and how it goes on. */
    private static String howFar(String words, String text) {
        int agree = 0;
        int end = words.length();
        while (agree < end) {
            int middle = (agree + end + 1) / 2;
            if (text.contains(words.substring(0, middle))) {
                agree = middle;
            } else {
                end = middle - 1;
            }
        }
        if (agree < Math.min(8, words.length() / 2)) {
            return "‘" + shown(words) + "’ does not occur";
        }
        int at = text.indexOf(words.substring(0, agree)) + agree;
        String tail = text.substring(at, Math.min(text.length(), at + SHOWN / 2));
        int begin = Math.max(0, agree - SHOWN / 2);
        return "after ‘" + (begin > 0 ? "…" : "") + words.substring(begin, agree) + "’ the document goes on ‘" + tail
                + "…’";
    }

    private static String shown(String words) {
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }

    private void problem(Rule rule, String message, @Nullable String cure) {
        int colon = rule.source().lastIndexOf(':');
        String line = rule.source().substring(colon + 1);
        boolean placed = colon > 0 && line.matches("[0-9]{1,9}");
        problems.add(new Problem(
                Problem.Severity.ERROR,
                placed ? rule.source().substring(0, colon) : rule.source(),
                placed ? Integer.parseInt(line) : 0,
                placed ? 1 : 0,
                message,
                cure));
    }
}
