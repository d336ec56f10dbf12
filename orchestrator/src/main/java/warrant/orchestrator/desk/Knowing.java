package warrant.orchestrator.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import warrant.graph.Document;
import warrant.graph.MatterStore;
import warrant.graph.Passage;
import warrant.graph.Statement;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.retrieve.Knowledge;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.RuleEngine;
import warrant.rules.Session;

/** What is known of a matter on a day. The latest are remembered while neither statements nor rules change. */
final class Knowing {
    private static final int REMEMBERED = 8;

    private final Map<Key, Place> latest = new LinkedHashMap<>(16, 0.75f, true);

    /** All that a deduction depends on. */
    private record Key(String matter, LocalDate asOf, Believed believed, String rules, List<String> documents) {}

    /** Statements to look up by: a store that remembers gives the same list again, which then costs nothing to know. */
    private record Believed(List<Statement> statements) {
        @Override
        public int hashCode() {
            return statements.size();
        }
    }

    /** Where one deduction is made and kept: who asks for the same waits for it, everybody else goes on. */
    private static final class Place {
        private @Nullable Known known;

        synchronized Known get(Supplier<Known> deducing) {
            Known made = known;
            if (made == null) {
                made = deducing.get();
                known = made;
            }
            return made;
        }
    }

    /**
     * What is known, with the rules as they are written.
     *
     * @param statements what the deduction was made from
     * @param since from when on the rules were known, where others are known now
     */
    record Known(
            Knowledge knowledge,
            MatterRules rules,
            List<Statement> statements,
            @Nullable Instant since) {
        /** @return the same documents and names under another deduction */
        Known under(Deduction deduction, MatterRules others) {
            Knowledge k = knowledge;
            return new Known(
                    new Knowledge(
                            k.ontology(),
                            deduction.rules(),
                            deduction,
                            k.names(),
                            k.wording(),
                            k.documents(),
                            k.passages(),
                            k.vocabulary(),
                            k.language()),
                    others,
                    statements,
                    since);
        }
    }

    /** @param known null: now */
    Known of(OpenMatter matter, LocalDate asOf, @Nullable Instant known) {
        MatterRules now =
                matter.versions().current(matter.folder(), matter.clock().instant());
        Governing governing = governing(matter, now, known);
        MatterRules rules = governing.rules();
        Instant moment = known == null ? matter.clock().instant() : known;
        List<Statement> statements = matter.store().statements(moment);
        List<Document> documents = matter.store().documents();
        Key key = new Key(
                matter.name(),
                asOf,
                new Believed(statements),
                rules.ruleBase().hash() + matter.settings().engine() + governing.since(),
                documents.stream().map(Document::id).toList());
        return place(key)
                .get(() -> new Known(
                        deduce(matter, rules, statements, documents, asOf), rules, statements, governing.since()));
    }

    private Place place(Key key) {
        synchronized (latest) {
            Place place = latest.computeIfAbsent(key, k -> new Place());
            while (latest.size() > REMEMBERED) {
                latest.remove(latest.keySet().iterator().next());
            }
            return place;
        }
    }

    /**
     * The rules that govern what was known at a moment.
     *
     * @param since null: they still do
     */
    private record Governing(MatterRules rules, @Nullable Instant since) {}

    private static Governing governing(OpenMatter matter, MatterRules now, @Nullable Instant known) {
        return Optional.ofNullable(known)
                .flatMap(matter.versions()::at)
                .map(version -> new Governing(MatterRules.read(version.folder()), version.since()))
                .filter(then -> !then.rules().sameAs(now))
                .orElse(new Governing(now, null));
    }

    private static Knowledge deduce(
            OpenMatter matter,
            MatterRules rules,
            List<Statement> statements,
            List<Document> documents,
            LocalDate asOf) {
        MatterStore store = matter.store();
        RuleEngine engine = Engines.of(matter.settings().engine(), statements.size());
        try (Session session = engine.open(rules.ruleBase(), statements, asOf, Limits.GENEROUS)) {
            Deduction deduction = session.deduction();
            List<Passage> passages = documents.stream()
                    .flatMap(document -> store.passages(document.id()).stream())
                    .toList();
            return Knowledge.of(
                    rules.ontology(),
                    deduction,
                    documents,
                    passages,
                    matter.folder().language(),
                    matter.meanings());
        }
    }
}
