package warrant.graph.neo4j;

import java.util.List;
import java.util.Locale;

/**
 * All that is said to the server. Every query has {@code $matter}. Cypher 5 and 25 both understand it. Rows are looked
 * up with a hint: on the first large write the planner knows an empty graph, and would read all nodes for every row.
 */
final class Cypher {
    /** Labels of what belongs to a matter, in the order of erasing. */
    static final List<String> LABELS =
            List.of("Support", "Statement", "Value", "Entity", "Passage", "Page", "Document", "Record");

    static final List<String> SCHEMA = List.of(
            "CREATE CONSTRAINT warrant_matter IF NOT EXISTS FOR (n:Matter) REQUIRE n.name IS UNIQUE",
            unique("Document"),
            unique("Page"),
            unique("Passage"),
            unique("Entity"),
            unique("Value"),
            unique("Statement"),
            unique("Support"),
            "CREATE CONSTRAINT warrant_record IF NOT EXISTS FOR (n:Record) REQUIRE (n.matter, n.kind, n.key) IS UNIQUE",
            "CREATE INDEX warrant_support_id IF NOT EXISTS FOR (n:Support) ON (n.matter, n.id)",
            "CREATE INDEX warrant_statement_relation IF NOT EXISTS FOR (n:Statement) ON (n.matter, n.relation)",
            "CREATE FULLTEXT INDEX warrant_passage_text IF NOT EXISTS FOR (n:Passage) ON EACH [n.text]");

    static final String MATTER = "MERGE (m:Matter {name: $matter})";
    /** Takes the matter's write lock, so that one transaction writes at a time, and counts the write. */
    static final String LOCK = """
            MERGE (m:Matter {name: $matter})
            SET m.writes = coalesce(m.writes, 0) + 1, m.made = coalesce(m.made, randomUUID())
            """;

    static final String SETTLE = """
            MATCH (m:Matter {name: $matter})
            WHERE m.settled IS NULL OR m.settled < $settled
            SET m.settled = $settled
            """;
    static final String REVISION = """
            MATCH (m:Matter {name: $matter})
            RETURN coalesce(m.made, '') + ' ' + coalesce(m.writes, 0) AS id, m.settled AS settled
            """;

    static final String MATTERS = "MATCH (m:Matter) RETURN m.name AS name ORDER BY name";
    static final String ERASE_MATTER = "MATCH (m:Matter {name: $matter}) DETACH DELETE m";

    static final String PUT_DOCUMENT = """
            MERGE (d:Document {matter: $matter, key: $key})
            SET d += $document
            WITH d
            OPTIONAL MATCH (d)-[:HAS_PAGE|HAS_PASSAGE]->(old)
            DETACH DELETE old
            """;
    static final String PUT_PAGES = """
            MATCH (d:Document {matter: $matter, key: $key})
            UNWIND $rows AS row
            CREATE (d)-[:HAS_PAGE]->(p:Page {matter: $matter})
            SET p += row
            """;
    static final String PUT_PASSAGES = """
            MATCH (d:Document {matter: $matter, key: $key})
            UNWIND $rows AS row
            CREATE (d)-[:HAS_PASSAGE]->(p:Passage {matter: $matter})
            SET p += row
            """;
    static final String DOCUMENTS = """
            MATCH (d:Document {matter: $matter})
            WHERE d.name IS NOT NULL AND NOT d.removed
            OPTIONAL MATCH (d)-[:HAS_PAGE]->(p:Page)
            WITH d, p ORDER BY p.number
            RETURN d AS document, collect(p) AS pages
            """;
    static final String DOCUMENT = """
            MATCH (d:Document {matter: $matter, key: $key})
            WHERE d.name IS NOT NULL
            OPTIONAL MATCH (d)-[:HAS_PAGE]->(p:Page)
            WITH d, p ORDER BY p.number
            RETURN d AS document, collect(p) AS pages
            """;
    static final String PASSAGES = """
            MATCH (:Document {matter: $matter, key: $key})-[:HAS_PASSAGE]->(p:Passage)
            RETURN p AS passage ORDER BY p.number
            """;
    static final String REMOVE = "MATCH (d:Document {matter: $matter, key: $key}) SET d.removed = true";

    static final String LATEST = """
            UNWIND $ids AS id
            MATCH (s:Support {matter: $matter, id: id})
            USING INDEX SEEK s:Support(matter, id)
            RETURN s.id AS id, s.recorded AS recorded, s.closed AS closed
            """;
    static final String MAKE_ENTITIES = """
            UNWIND $rows AS row
            MERGE (e:Entity {matter: $matter, key: row.key})
            ON CREATE SET e += row
            """;
    static final String MAKE_VALUES = """
            UNWIND $rows AS row
            MERGE (v:Value {matter: $matter, key: row.key})
            ON CREATE SET v += row
            """;
    static final String MAKE_STATEMENTS = """
            UNWIND $rows AS row
            MATCH (e:Entity {matter: $matter, key: row.subject})
            USING INDEX SEEK e:Entity(matter, key)
            MERGE (s:Statement {matter: $matter, key: row.key})
            ON CREATE SET s += row.statement
            MERGE (s)-[:SUBJECT]->(e)
            """;
    static final String LINK_ENTITIES = """
            UNWIND $rows AS row
            MATCH (s:Statement {matter: $matter, key: row.key})
            USING INDEX SEEK s:Statement(matter, key)
            MATCH (o:Entity {matter: $matter, key: row.object})
            USING INDEX SEEK o:Entity(matter, key)
            MERGE (s)-[:OBJECT]->(o)
            """;
    static final String LINK_VALUES = """
            UNWIND $rows AS row
            MATCH (s:Statement {matter: $matter, key: row.key})
            USING INDEX SEEK s:Statement(matter, key)
            MATCH (o:Value {matter: $matter, key: row.object})
            USING INDEX SEEK o:Value(matter, key)
            MERGE (s)-[:OBJECT]->(o)
            """;
    static final String MAKE_SUPPORTS = """
            UNWIND $rows AS row
            MATCH (s:Statement {matter: $matter, key: row.statement})
            USING INDEX SEEK s:Statement(matter, key)
            CREATE (p:Support {matter: $matter})-[:SUPPORTS]->(s)
            SET p += row.support
            """;
    static final String MAKE_QUOTES = """
            UNWIND $rows AS row
            MATCH (p:Support {matter: $matter, key: row.support})
            USING INDEX SEEK p:Support(matter, key)
            MERGE (d:Document {matter: $matter, key: row.document})
            CREATE (p)-[q:QUOTES]->(d)
            SET q = row.place
            """;
    static final String END_SUPPORTS = """
            UNWIND $rows AS row
            MATCH (p:Support {matter: $matter, key: row.key})
            USING INDEX SEEK p:Support(matter, key)
            SET p.closed = row.closed
            """;

    private static final String STATEMENT = """
            MATCH (e:Entity)<-[:SUBJECT]-(s)-[:OBJECT]->(o)
            OPTIONAL MATCH (p)-[q:QUOTES]->(d:Document)
            WITH s, e, o, p, collect(q {.*, document: d.key}) AS quotes
            RETURN s.key AS key, e.iri AS subject, s.relation AS relation, s.from AS from, s.until AS until,
                   o AS object, p AS support, quotes
            """;
    static final String STATEMENTS = """
            MATCH (p:Support {matter: $matter})
            WHERE p.recorded <= $known AND (p.closed IS NULL OR p.closed > $known)
            MATCH (p)-[:SUPPORTS]->(s:Statement)
            """ + STATEMENT;
    static final String HISTORY = """
            MATCH (p:Support {matter: $matter})-[:SUPPORTS]->(s:Statement)
            """ + STATEMENT;
    static final String HISTORY_OF = """
            MATCH (s:Statement {matter: $matter}) WHERE s.relation IN $relations
            MATCH (p:Support)-[:SUPPORTS]->(s)
            """ + STATEMENT;

    static final String KEEP = """
            UNWIND $rows AS row
            MERGE (r:Record {matter: $matter, kind: $kind, key: row.key})
            SET r.name = row.name, r.value = row.value
            """;
    static final String KEPT = "MATCH (r:Record {matter: $matter, kind: $kind, key: $key}) RETURN r.value AS value";
    static final String KEPT_ALL = """
            MATCH (r:Record {matter: $matter, kind: $kind})
            WHERE r.key IS NOT NULL
            RETURN r.name AS name, r.value AS value
            """;
    static final String FORGET = """
            UNWIND $keys AS key
            MATCH (r:Record {matter: $matter, kind: $kind, key: key})
            USING INDEX SEEK r:Record(matter, kind, key)
            DELETE r
            """;

    private Cypher() {}

    private static String unique(String label) {
        return "CREATE CONSTRAINT warrant_" + label.toLowerCase(Locale.ROOT) + " IF NOT EXISTS FOR (n:" + label
                + ") REQUIRE (n.matter, n.key) IS UNIQUE";
    }

    /** Some nodes at a time, so that a large matter needs no large transaction. */
    static String erase(String label) {
        return "MATCH (n:" + label + " {matter: $matter}) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS erased";
    }
}
