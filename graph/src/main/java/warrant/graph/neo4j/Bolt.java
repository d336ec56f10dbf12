package warrant.graph.neo4j;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import warrant.graph.StoreException;

/** Runs transactions, and says in one sentence why one failed. */
final class Bolt implements AutoCloseable {
    /** How long the driver repeats a transaction that the server asks to repeat, or that lost its connection. */
    private static final Duration RETRY = Duration.ofSeconds(4);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(5);
    private static final int MOST_CONNECTIONS = 16;
    private static final int LONGEST_REASON = 160;

    private final Neo4jAccess access;
    private final Driver driver;

    Bolt(Neo4jAccess access) {
        this.access = access;
        Config config = config();
        try {
            this.driver = GraphDatabase.driver(
                    URI.create(access.uri()), AuthTokens.basic(access.user(), access.password()), config);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "'" + access.uri() + "' is not an address of Neo4j, such as bolt://localhost:7687. Correct it.",
                    false,
                    e);
        }
    }

    /** Without a log: the driver would write every lost connection with its stack; our exceptions say what matters. */
    @SuppressWarnings("deprecation")
    private static Config config() {
        return Config.builder()
                .withLogging(Logging.none())
                .withMaxTransactionRetryTime(RETRY.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(CONNECT.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS)
                .withMaxConnectionPoolSize(MOST_CONNECTIONS)
                .withUserAgent("warrant")
                .build();
    }

    <T> T read(Function<TransactionContext, T> work) {
        return run(session -> session.executeRead(work::apply, limited()));
    }

    void write(Consumer<TransactionContext> work) {
        run(session -> {
            session.executeWriteWithoutResult(work, limited());
            return true;
        });
    }

    /** For changes of the schema, which cannot be mixed with data. */
    void schema(List<String> commands) {
        run(session -> {
            commands.forEach(command -> session.run(command).consume());
            return true;
        });
    }

    void verify() {
        run(session -> {
            session.run("RETURN 1", Map.of(), limited()).consume();
            return true;
        });
    }

    private static TransactionConfig limited() {
        return TransactionConfig.builder().withTimeout(LONGEST_TRANSACTION).build();
    }

    private <T> T run(Function<Session, T> work) {
        try (Session session = driver.session()) {
            return work.apply(session);
        } catch (Neo4jException e) {
            throw failure(e);
        } catch (IllegalStateException e) {
            throw new StoreException("the store is closed", false, e);
        }
    }

    private StoreException failure(Neo4jException e) {
        if (e instanceof AuthenticationException) {
            return new StoreException(
                    "Neo4j does not accept the password of " + access + ". Check user and password.", false, e);
        }
        if (e instanceof ServiceUnavailableException) {
            return new StoreException(
                    "Neo4j does not answer (" + access + "). Start it, or try again in a moment.", true, e);
        }
        if (e instanceof RetryableException) {
            return new StoreException("Neo4j is busy and asks to try again: " + oneLine(e), true, e);
        }
        if (String.valueOf(e.code()).startsWith("Neo.DatabaseError")) {
            return new StoreException(
                    "Neo4j reports a fault of its own and must be started again; maybe its disk is full: " + oneLine(e),
                    true,
                    e);
        }
        return new StoreException("Neo4j refused: " + oneLine(e), false, e);
    }

    private static String oneLine(Neo4jException e) {
        String line =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        String text = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
        return text.endsWith(".") ? text : text + ".";
    }

    @Override
    public void close() {
        driver.close();
    }
}
