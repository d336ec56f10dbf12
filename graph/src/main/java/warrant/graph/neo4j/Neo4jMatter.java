package warrant.graph.neo4j;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import warrant.graph.Change;
import warrant.graph.Document;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.MatterStore;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.graph.Revision;
import warrant.graph.Statement;
import warrant.graph.StatementOrder;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;

/** One matter in Neo4j. */
final class Neo4jMatter implements MatterStore {
    /** Rows sent in one query; a transaction may hold many queries. */
    private static final int BATCH = 1_000;

    private final Bolt bolt;
    private final String matter;

    Neo4jMatter(Bolt bolt, String matter) {
        this.bolt = bolt;
        this.matter = matter;
    }

    @Override
    public Revision revision() {
        return bolt.read(tx -> tx.run(Cypher.REVISION, with(Map.of())).list(Neo4jMatter::revision)).stream()
                .findFirst()
                .orElseGet(() -> new Revision("", Instant.MIN));
    }

    private static Revision revision(Record row) {
        Value settled = row.get("settled");
        return new Revision(row.get("id").asString(), settled.isNull() ? Instant.MIN : Rows.instant(settled));
    }

    @Override
    public void put(Document document, List<Passage> passages) {
        List<Map<String, Object>> pageRows = new ArrayList<>();
        for (Page page : document.pages()) {
            int number = pageRows.size();
            String key = Rows.key(document.id() + " " + number);
            pageRows.add(Map.of("key", key, "label", page.label(), "text", page.text(), "number", number));
        }
        Map<String, Map<String, Object>> passageRows = new LinkedHashMap<>();
        for (Passage passage : passages) {
            if (!passage.document().equals(document.id())) {
                throw new IllegalArgumentException("passage " + passage.id() + " is not of document " + document.id());
            }
            passageRows.putIfAbsent(passage.id(), Rows.of(passage, passageRows.size()));
        }
        Map<String, Object> node = Map.of("key", document.id(), "document", Rows.of(document));
        Map<String, Object> key = Map.of("key", document.id());
        bolt.write(tx -> {
            tx.run(Cypher.LOCK, with(Map.of())).consume();
            tx.run(Cypher.PUT_DOCUMENT, with(node)).consume();
            batches(tx, Cypher.PUT_PAGES, key, pageRows);
            batches(tx, Cypher.PUT_PASSAGES, key, List.copyOf(passageRows.values()));
        });
    }

    @Override
    public List<Document> documents() {
        return bolt.read(tx -> tx.run(Cypher.DOCUMENTS, with(Map.of())).list(Neo4jMatter::document)).stream()
                .sorted(Comparator.comparing(Document::name).thenComparing(Document::id))
                .toList();
    }

    @Override
    public Optional<Document> document(String id) {
        return bolt.read(tx -> tx.run(Cypher.DOCUMENT, with(Map.of("key", id))).list(Neo4jMatter::document).stream()
                .findFirst());
    }

    private static Document document(Record row) {
        return Rows.document(row.get("document"), row.get("pages").asList(Rows::page));
    }

    @Override
    public List<Passage> passages(String document) {
        return bolt.read(tx -> tx.run(Cypher.PASSAGES, with(Map.of("key", document)))
                .list(row -> Rows.passage(row.get("passage"), document)));
    }

    @Override
    public void remove(String document) {
        bolt.write(tx -> {
            tx.run(Cypher.LOCK, with(Map.of())).consume();
            tx.run(Cypher.REMOVE, with(Map.of("key", document))).consume();
        });
    }

    @Override
    public void apply(Collection<? extends Change> changes, Instant at) {
        List<Change> all = List.copyOf(changes);
        if (!all.isEmpty()) {
            bolt.write(tx -> apply(tx, all, at));
        }
    }

    private void apply(TransactionContext tx, List<Change> changes, Instant at) {
        tx.run(Cypher.LOCK, with(Map.of())).consume();
        Ledger ledger = new Ledger(at);
        tx.run(Cypher.LATEST, with(Map.of("ids", Ledger.touched(changes))))
                .forEachRemaining(row -> ledger.stored(
                        row.get("id").asString(),
                        Rows.instant(row.get("recorded")),
                        row.get("closed").isNull() ? null : Rows.instant(row.get("closed"))));
        changes.forEach(ledger::apply);
        make(tx, ledger.made());
        List<Map<String, Object>> ended = new ArrayList<>();
        for (Ledger.Ended end : ledger.ended()) {
            Map<String, Object> row = new HashMap<>();
            row.put("key", supportKey(end.support(), end.recorded()));
            row.put("closed", end.closed() == null ? null : Rows.time(end.closed()));
            ended.add(row);
        }
        batches(tx, Cypher.END_SUPPORTS, Map.of(), ended);
        tx.run(Cypher.SETTLE, with(Map.of("settled", Rows.time(ledger.settled()))))
                .consume();
    }

    private void make(TransactionContext tx, List<Ledger.Made> made) {
        Map<Term, Map<String, Object>> entities = new LinkedHashMap<>();
        Map<Term, Map<String, Object>> values = new LinkedHashMap<>();
        Map<String, Map<String, Object>> toEntities = new LinkedHashMap<>();
        Map<String, Map<String, Object>> toValues = new LinkedHashMap<>();
        List<Map<String, Object>> supports = new ArrayList<>();
        List<Map<String, Object>> quotations = new ArrayList<>();
        for (Ledger.Made support : made) {
            Triple triple = support.open().triple();
            entities.computeIfAbsent(triple.subject(), Rows::of);
            String key = Rows.key(triple, support.open().valid());
            Map<String, Object> statement =
                    statement(key, triple, support.open().valid());
            switch (triple.object()) {
                case Entity entity -> {
                    entities.computeIfAbsent(entity, Rows::of);
                    toEntities.put(key, statement);
                }
                case Literal literal -> {
                    values.computeIfAbsent(literal, Rows::of);
                    toValues.put(key, statement);
                }
            }
            supports.add(Map.of("statement", key, "support", support(support)));
            quotations.addAll(Rows.quotations(
                    supportKey(support.open().support(), support.recorded()),
                    support.open().origin()));
        }
        batches(tx, Cypher.MAKE_ENTITIES, Map.of(), List.copyOf(entities.values()));
        batches(tx, Cypher.MAKE_VALUES, Map.of(), List.copyOf(values.values()));
        batches(tx, Cypher.MAKE_STATEMENTS, Map.of(), List.copyOf(toEntities.values()));
        batches(tx, Cypher.LINK_ENTITIES, Map.of(), List.copyOf(toEntities.values()));
        batches(tx, Cypher.MAKE_STATEMENTS, Map.of(), List.copyOf(toValues.values()));
        batches(tx, Cypher.LINK_VALUES, Map.of(), List.copyOf(toValues.values()));
        batches(tx, Cypher.MAKE_SUPPORTS, Map.of(), supports);
        batches(tx, Cypher.MAKE_QUOTES, Map.of(), quotations);
    }

    private static Map<String, Object> statement(String key, Triple triple, Interval valid) {
        Map<String, Object> statement = new HashMap<>();
        statement.put("relation", triple.relation());
        statement.put("name", Rows.name(triple.relation()));
        statement.put("from", valid.from());
        statement.put("until", valid.until());
        return Map.of(
                "key",
                key,
                "subject",
                Rows.key(triple.subject()),
                "object",
                Rows.key(triple.object()),
                "statement",
                statement);
    }

    private static Map<String, Object> support(Ledger.Made made) {
        Map<String, Object> support = new HashMap<>(Rows.of(made.open().origin()));
        support.put("key", supportKey(made.open().support(), made.recorded()));
        support.put("id", made.open().support());
        support.put("recorded", Rows.time(made.recorded()));
        support.put("closed", made.closed() == null ? null : Rows.time(made.closed()));
        return support;
    }

    /** A support that was closed and opens again is another node of the same id. */
    private static String supportKey(String id, Instant recorded) {
        return id + "@" + Rows.time(recorded).toInstant();
    }

    @Override
    public List<Statement> statements(Instant known) {
        return statements(Cypher.STATEMENTS, with(Map.of("known", Rows.time(known))));
    }

    @Override
    public List<Statement> history(Collection<String> relations) {
        return relations.isEmpty()
                ? statements(Cypher.HISTORY, with(Map.of()))
                : statements(Cypher.HISTORY_OF, with(Map.of("relations", List.copyOf(relations))));
    }

    private record Place(Triple triple, Interval valid) {}

    private List<Statement> statements(String query, Map<String, Object> parameters) {
        Map<String, Place> places = new HashMap<>();
        Map<String, List<Support>> supports = new HashMap<>();
        bolt.read(tx -> {
            places.clear();
            supports.clear();
            tx.run(query, parameters).forEachRemaining(row -> {
                String key = row.get("key").asString();
                places.computeIfAbsent(key, k -> place(row));
                supports.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(Rows.support(row.get("support"), row.get("quotes").asList(quote -> quote)));
            });
            return true;
        });
        List<Statement> found = new ArrayList<>();
        places.forEach((key, place) -> {
            List<Support> all = supports.getOrDefault(key, List.of());
            found.add(new Statement(
                    place.triple(),
                    place.valid(),
                    all.stream().sorted(StatementOrder.OF_SUPPORTS).toList()));
        });
        found.sort(StatementOrder.INSTANCE);
        return List.copyOf(found);
    }

    private static Place place(Record row) {
        return new Place(
                Rows.triple(row.get("subject").asString(), row.get("relation").asString(), row.get("object")),
                new Interval(Rows.date(row.get("from")), Rows.date(row.get("until"))));
    }

    @Override
    public void keep(String kind, Map<String, String> records) {
        List<Map<String, Object>> rows = new ArrayList<>();
        records.forEach((key, value) -> rows.add(Map.of("key", Rows.key(key), "name", key, "value", value)));
        bolt.write(tx -> {
            tx.run(Cypher.MATTER, with(Map.of())).consume();
            batches(tx, Cypher.KEEP, Map.of("kind", kind), rows);
        });
    }

    @Override
    public Optional<String> kept(String kind, String key) {
        return bolt.read(tx -> tx
                .run(Cypher.KEPT, with(Map.of("kind", kind, "key", Rows.key(key))))
                .list(row -> row.get("value").asString())
                .stream()
                .findFirst());
    }

    @Override
    public Map<String, String> kept(String kind) {
        Map<String, String> records = new HashMap<>();
        bolt.read(tx -> {
            records.clear();
            tx.run(Cypher.KEPT_ALL, with(Map.of("kind", kind)))
                    .forEachRemaining(row -> records.put(
                            row.get("name").asString(), row.get("value").asString()));
            return true;
        });
        return Map.copyOf(records);
    }

    @Override
    public void forget(String kind, Collection<String> keys) {
        List<String> known = keys.stream().map(Rows::key).toList();
        bolt.write(tx ->
                tx.run(Cypher.FORGET, with(Map.of("kind", kind, "keys", known))).consume());
    }

    private void batches(
            TransactionContext tx, String query, Map<String, Object> parameters, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            Map<String, Object> all = with(parameters);
            all.put("rows", rows.subList(from, Math.min(rows.size(), from + BATCH)));
            tx.run(query, all).consume();
        }
    }

    private Map<String, Object> with(Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("matter", matter);
        return all;
    }
}
