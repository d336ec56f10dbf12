package warrant.orchestrator.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import warrant.graph.Change;
import warrant.graph.Interval;
import warrant.graph.MatterStore;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;
import warrant.orchestrator.ingest.Belief;

/** Statements by hand. Nothing is overwritten: a rejection closes supports and keeps them closed. */
public final class Review {
    private final MatterStore store;

    public Review(MatterStore store) {
        this.store = store;
    }

    /** @return a short name of a statement: the first twelve digits of a hash of triple and validity */
    public static String id(Triple triple, Interval valid) {
        return hash(triple + " " + valid.from() + " " + valid.until()).substring(0, 12);
    }

    public static String id(Statement statement) {
        return id(statement.triple(), statement.valid());
    }

    /** @throws IllegalArgumentException when no statement, or more than one, has a name that begins so */
    public Statement find(String id, Instant now) {
        List<Statement> found = store.statements(now).stream()
                .filter(statement -> !id.isBlank() && id(statement).startsWith(id))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException((found.isEmpty() ? "no statement" : found.size() + " statements")
                    + " called '" + id + "'; see: warrant statements list");
        }
        return found.getFirst();
    }

    /** Somebody says that something holds. */
    public void state(Triple triple, Interval valid, Origin.Asserted origin, Instant now) {
        store.apply(List.of(new Change.Open(triple, valid, support(triple, valid, origin), origin)), now);
    }

    /** Somebody says that a statement does not hold as the record has it; its supports close, and stay closed. */
    public void reject(Statement statement, Origin.Asserted by, Instant now) {
        new Verdicts(store).keep(statement, false, null, by);
        store.keep(Belief.REJECTED, rejections(statement, by));
        store.apply(closing(statement), now);
    }

    /** Somebody has looked and says that it holds: from then on it rests on that person too. */
    public void confirm(Statement statement, Origin.Asserted by, Instant now) {
        new Verdicts(store).keep(statement, true, null, by);
        state(statement.triple(), statement.valid(), by, now);
    }

    /** Somebody says what a statement should read instead; both changes happen, or neither. */
    public void correct(Statement statement, Triple triple, Interval valid, Origin.Asserted by, Instant now) {
        new Verdicts(store).keep(statement, triple.equals(statement.triple()), triple, by);
        store.keep(Belief.REJECTED, rejections(statement, by));
        List<Change> changes = new ArrayList<>(closing(statement));
        changes.add(new Change.Open(triple, valid, support(triple, valid, by), by));
        store.apply(changes, now);
    }

    private static Map<String, String> rejections(Statement statement, Origin.Asserted by) {
        Map<String, String> records = new TreeMap<>();
        for (Support support : statement.supports()) {
            records.put(support.id(), by.author() + ": " + by.reason());
        }
        return records;
    }

    private static List<Change> closing(Statement statement) {
        return statement.supports().stream()
                .<Change>map(support -> new Change.Close(support.id()))
                .toList();
    }

    private static String support(Triple triple, Interval valid, Origin.Asserted origin) {
        return hash(triple + " " + valid.from() + " " + valid.until() + " asserted " + origin.author());
    }

    private static String hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
