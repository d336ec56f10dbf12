package warrant.llm.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.Constraint;
import warrant.llm.token.Tokenizer;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.HashedModel;

class VocabularyTest {
    private static final long SEED = Long.getLong("seed", 20261124);
    private static final int STEPS = 60;
    private static final String OBJECT = """
            {"type": "object", "required": ["%s", "note"], "properties": {
              "%1$s": {"type": "string", "minLength": 2, "maxLength": 12}, "note": {"type": "string"},
              "sum": {"type": "number", "minimum": 3},
              "code": {"type": "string", "pattern": "^[a-zé ]{3,9}[0-9]+$"}}}""";

    @TempDir
    Path folder;

    private Tokenizer tokenizer;

    @BeforeEach
    void open() {
        try (Checkpoint file = Checkpoint.open(HashedModel.withTokenizer(folder, "qwen2"))) {
            tokenizer = Tokenizer.of(file);
        }
    }

    private Acceptor.@Nullable State after(Acceptor.State from, int token) {
        Acceptor.@Nullable State at = from;
        for (byte octet : tokenizer.bytes(token)) {
            at = at == null ? null : at.next(octet & 0xFF);
        }
        return at;
    }

    /** Token by token, without the tree. */
    private BitSet plainly(Acceptor.State state) {
        BitSet allowed = new BitSet();
        for (int token = 0; token < tokenizer.size(); token++) {
            boolean text = !tokenizer.isControl(token) && tokenizer.bytes(token).length > 0;
            if (text && after(state, token) != null) {
                allowed.set(token);
            }
        }
        return allowed;
    }

    private static List<Constraint> constraints() {
        return List.of(
                new Constraint.JsonSchema(OBJECT.formatted("name")),
                new Constraint.JsonSchema("{\"type\": \"array\", \"items\": {\"type\": \"string\", \"maxLength\": 3}}"),
                new Constraint.Matching("[^x]{2,6}(, [a-z ]+)*( [é-ü]+)?"),
                new Constraint.Matching("([a-m ]+|[k-z ]+)*end"),
                new Constraint.Grammatical("root ::= word (\", \" word)*\nword ::= [^,]* | \"(\" root \")\""),
                new Constraint.SpanOf("The Supplier shall deliver the goods within 45 days, EUR 3,500.00.", 6),
                new Constraint.OneOf(List.of("the goods", "the days", "Supplier")));
    }

    @Test
    void a_mask_holds_the_tokens_that_may_follow_and_no_others() {
        Vocabulary vocabulary = new Vocabulary(tokenizer);
        Random random = new Random(SEED);
        for (Constraint constraint : constraints()) {
            Acceptor.@Nullable State at = Acceptor.of(constraint, "").start();
            for (int step = 0; step < STEPS && at != null && !at.onlyComplete(); step++) {
                BitSet allowed = vocabulary.allowed(at);

                assertThat(allowed)
                        .as("%s, step %d, seed %d", constraint, step, SEED)
                        .isEqualTo(plainly(at));
                int[] tokens = allowed.stream().toArray();
                assertThat(tokens)
                        .as("%s, step %d, seed %d", constraint, step, SEED)
                        .isNotEmpty();
                at = after(at, tokens[random.nextInt(tokens.length)]);
            }
        }
    }

    @Test
    void within_a_string_no_token_needs_a_walk_through_the_vocabulary() {
        Vocabulary vocabulary = new Vocabulary(tokenizer);
        Acceptor.State at = opened("first");
        long before = vocabulary.walks();

        for (byte letter : "some words".getBytes(StandardCharsets.UTF_8)) {
            assertThat(vocabulary.allowed(at).cardinality()).isPositive();
            at = Objects.requireNonNull(at.next(letter));
        }

        assertThat(vocabulary.walks()).isEqualTo(before);
    }

    @Test
    void what_is_known_of_strings_serves_other_constraints() {
        Vocabulary vocabulary = new Vocabulary(tokenizer);
        vocabulary.allowed(opened("first"));
        long before = vocabulary.walks();

        vocabulary.allowed(opened("second"));

        assertThat(vocabulary.walks()).isEqualTo(before);
    }

    /** @return the state within the string of a property of this name */
    private static Acceptor.State opened(String name) {
        Acceptor.@Nullable State at = Acceptor.of(new Constraint.JsonSchema(OBJECT.formatted(name)), "")
                .start();
        for (char letter : ("{\"" + name + "\": \"").toCharArray()) {
            at = at == null ? null : at.next(letter);
        }
        return Objects.requireNonNull(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]{2,300}", "[^\"]*x?", "(ab?)+", "é*"})
    void bytes_that_may_follow_are_told_without_missing_any(String expression) {
        Acceptor.State at = Acceptor.of(new Constraint.Matching(expression), "").start();
        for (int step = 0; step < 3; step++) {
            for (int octet = 0; octet < 256; octet++) {
                assertThat(at.begins().has(octet) || at.next(octet) == null).isTrue();
            }
            int next =
                    IntStream.range(0, 256).filter(at.begins()::has).findFirst().orElseThrow();
            Acceptor.@Nullable State after = at.next(next);
            at = after == null ? at : after;
        }
    }
}
