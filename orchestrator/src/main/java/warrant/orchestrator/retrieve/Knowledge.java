package warrant.orchestrator.retrieve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Document;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.graph.Triple;
import warrant.orchestrator.search.Meanings;
import warrant.orchestrator.search.Search;
import warrant.rules.Deduction;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.RuleBase;

/**
 * Everything that an answer may rest on, for one day.
 *
 * @param documents by id
 * @param vocabulary plain words of all documents
 * @param language of documents and questions: {@code en}, {@code de} or {@code zh}
 */
public record Knowledge(
        Ontology ontology,
        RuleBase rules,
        Deduction deduction,
        Names names,
        Wording wording,
        Map<String, Document> documents,
        Search<Passage> passages,
        Set<String> vocabulary,
        String language) {

    /** Relations that say what a thing is or is called; no question is answered by them alone. */
    private static final Set<String> NAMING = Set.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL, Iris.SAME_AS);

    public Knowledge {
        documents = Map.copyOf(documents);
        vocabulary = Set.copyOf(vocabulary);
    }

    /** Builds the view of a deduction. */
    public static Knowledge of(
            Ontology ontology,
            Deduction deduction,
            Collection<Document> documents,
            List<Passage> passages,
            String language,
            Meanings meanings) {
        Names names = new Names(deduction.triples(), ontology);
        Map<String, Document> byId = new LinkedHashMap<>();
        documents.forEach(document -> byId.put(document.id(), document));
        return new Knowledge(
                ontology,
                deduction.rules(),
                deduction,
                names,
                new Wording(ontology, names),
                byId,
                Search.over(passages, passage -> passage.path() + " " + passage.text(), language, meanings),
                vocabulary(documents),
                language);
    }

    private static Set<String> vocabulary(Collection<Document> documents) {
        Set<String> words = new HashSet<>();
        for (Document document : documents) {
            for (Page page : document.pages()) {
                words.addAll(List.of(Words.plain(page.text()).split(" ")));
            }
        }
        return words;
    }

    /** Tells whether a word occurs in some document. */
    public boolean mentions(String word) {
        return vocabulary.contains(Words.plain(word));
    }

    /** Tells whether a relation only says what a thing is or is called. */
    public static boolean isNaming(String relation) {
        return NAMING.contains(relation);
    }

    public LocalDate asOf() {
        return deduction.asOf();
    }

    /**
     * Lists the relations that something is or could be said of: the ontology's, the rules', and those of statements.
     */
    public Set<String> relations() {
        Set<String> all = new TreeSet<>(ontology.relations().keySet());
        rules.rules().forEach(rule -> rule.head().forEach(head -> all.add(head.relation())));
        deduction.triples().forEach(triple -> all.add(triple.relation()));
        all.removeAll(NAMING);
        return all;
    }

    /** Lists the rules of the matter that conclude a relation; those that the ontology implies are left out. */
    public List<Rule> concluding(String relation) {
        return rules.rules().stream()
                .filter(rule -> !rule.id().startsWith("ontology:"))
                .filter(rule ->
                        rule.head().stream().anyMatch(head -> head.relation().equals(relation)))
                .toList();
    }

    /** Finds the conflict that a triple is a side of. */
    public Optional<Deduction.Conflict> conflict(Triple triple) {
        return deduction.conflicts().stream()
                .filter(conflict -> conflict.sides().stream()
                        .anyMatch(side -> side.conclusion().equals(triple)))
                .findFirst();
    }

    /** Lists what holds of a relation, and what would hold if it were not disputed. */
    public List<Triple> sayings(String relation) {
        Set<Triple> all = new LinkedHashSet<>(deduction.matching(null, relation, null));
        for (Deduction.Conflict conflict : deduction.conflicts()) {
            for (Proof side : conflict.sides()) {
                if (side.conclusion().relation().equals(relation)) {
                    all.add(side.conclusion());
                }
            }
        }
        return new ArrayList<>(all);
    }
}
