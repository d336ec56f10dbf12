package warrant.llm.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.Constraint;
import warrant.llm.ModelException;

/** What constraints let through, held against recognisers that share nothing with them. */
class ConstraintRandomTest {
    private static final long SEED = Long.getLong("seed", 20261124);
    private static final int SEEDS = Integer.getInteger("seeds", 30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static boolean accepts(Constraint constraint, String answer) {
        Acceptor.@Nullable State state = Acceptor.of(constraint, "").start();
        for (byte b : answer.getBytes(StandardCharsets.UTF_8)) {
            state = state == null ? null : state.next(b & 0xFF);
        }
        return state != null && state.complete();
    }

    /** Walks by chance until it may end. @return null where it became too long */
    private static @Nullable String walk(Acceptor acceptor, Random random) {
        var bytes = new ByteArrayOutputStream();
        Acceptor.State at = acceptor.start();
        while (bytes.size() < 2000) {
            Acceptor.State here = at;
            int[] may = IntStream.range(0, 256)
                    .filter(octet -> here.next(octet) != null)
                    .toArray();
            assertThat(may.length > 0 || at.complete())
                    .as("a way out after %s", bytes)
                    .isTrue();
            if (at.complete() && (may.length == 0 || random.nextInt(3) == 0)) {
                return bytes.toString(StandardCharsets.UTF_8);
            }
            // what closes is preferred, so that walks end
            int[] closing = IntStream.of(may)
                    .filter(octet -> "\"]},".indexOf(octet) >= 0)
                    .toArray();
            int[] from = closing.length > 0 && random.nextInt(3) > 0 ? closing : may;
            int octet = from[random.nextInt(from.length)];
            bytes.write(octet);
            at = java.util.Objects.requireNonNull(at.next(octet));
        }
        return null;
    }

    private static String schema(Random random, int depth) {
        String[] simple = {
            "{\"type\":\"string\"}",
            "{\"type\":\"string\",\"minLength\":2,\"maxLength\":5}",
            "{\"type\":\"string\",\"pattern\":\"^[A-Z]{2}-[0-9]{1,3}$\"}",
            "{\"type\":\"string\",\"pattern\":\"b+\",\"maxLength\":4}",
            "{\"type\":\"integer\"}",
            "{\"type\":\"integer\",\"minimum\":-12,\"maximum\":345}",
            "{\"type\":\"integer\",\"exclusiveMinimum\":7}",
            "{\"type\":\"number\",\"minimum\":0.25,\"exclusiveMaximum\":19.5}",
            "{\"type\":\"number\",\"maximum\":-3}",
            "{\"type\":[\"boolean\",\"null\"]}",
            "{\"enum\":[\"a\",1,null,\"é\\\"\"]}",
            "{\"const\":{\"x\":[1]}}",
            "{\"$ref\":\"#/$defs/tree\"}",
            "true"
        };
        if (depth == 0 || random.nextInt(3) == 0) {
            return simple[random.nextInt(simple.length)];
        }
        String inner = schema(random, depth - 1);
        String other = schema(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 ->
                "{\"type\":\"array\",\"items\":" + inner + ",\"minItems\":" + random.nextInt(3) + ",\"maxItems\":"
                        + (2 + random.nextInt(3)) + "}";
            case 1 -> "{\"anyOf\":[" + inner + "," + other + "]}";
            default ->
                "{\"type\":\"object\",\"properties\":{\"a\":" + inner + ",\"b ü\":" + other + ",\"c\":" + inner
                        + "},\"required\":[" + (random.nextBoolean() ? "\"b ü\"" : "")
                        + "],\"additionalProperties\":false}";
        };
    }

    @Test
    void all_that_a_schema_s_constraint_lets_through_is_valid() throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        int walks = 0;
        for (int i = 0; i < SEEDS; i++) {
            Random random = new Random(SEED + i);
            String inner = schema(random, 3);
            String schema = "{\"$defs\":{\"tree\":{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"},"
                    + "\"next\":{\"type\":\"array\",\"maxItems\":2,\"items\":{\"$ref\":\"#/$defs/tree\"}}},"
                    + "\"required\":[\"n\"]}},\"anyOf\":[" + inner + "]}";
            JsonSchema validator = factory.getSchema(schema);
            Acceptor acceptor = Acceptor.of(new Constraint.JsonSchema(schema), "");
            for (int w = 0; w < 8; w++) {
                String text = walk(acceptor, random);
                if (text != null) {
                    JsonNode value = JSON.readTree(text);
                    assertThat(validator.validate(value))
                            .as("seed %d: %s under %s", SEED + i, text, schema)
                            .isEmpty();
                    walks++;
                }
            }
        }
        assertThat(walks).isGreaterThan(SEEDS * 5);
    }

    @Test
    void a_number_is_let_through_exactly_if_it_is_within_the_bounds() {
        Random random = new Random(SEED);
        for (int i = 0; i < SEEDS * 5; i++) {
            int least = random.nextInt(400) - 200;
            int most = least + random.nextInt(150);
            Constraint constraint = new Constraint.JsonSchema(
                    "{\"type\":\"integer\",\"minimum\":%d,\"maximum\":%d}".formatted(least, most));
            int number = random.nextInt(500) - 250;
            assertThat(accepts(constraint, String.valueOf(number)))
                    .as("seed %d: %d in %d..%d", SEED, number, least, most)
                    .isEqualTo(number >= least && number <= most);
        }
    }

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            String[] atoms = {"a", "b", "[ab]", "[^a]", ".", "\\d", "é", "\\.", "[a-c0-9]", "(?:ab)"};
            return atoms[random.nextInt(atoms.length)];
        }
        String one = expression(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> one + expression(random, depth - 1);
            case 1 -> "(" + one + "|" + expression(random, depth - 1) + ")";
            case 2 ->
                "(" + one + ")" + List.of("*", "+", "?", "{2}", "{1,2}", "{2,}").get(random.nextInt(6));
            default -> one;
        };
    }

    @Test
    void expressions_match_what_java_s_match() {
        List<String> letters = List.of("a", "b", "c", "0", "é", ".", "\n", "€", "🙂");
        for (int i = 0; i < SEEDS * 5; i++) {
            Random random = new Random(SEED + i);
            String expression = expression(random, 3);
            Constraint constraint = new Constraint.Matching(expression);
            Pattern pattern = Pattern.compile(expression);
            for (int t = 0; t < 20; t++) {
                StringBuilder text = new StringBuilder();
                for (int n = random.nextInt(5); n > 0; n--) {
                    text.append(letters.get(random.nextInt(t % 2 == 0 ? 3 : letters.size())));
                }
                assertThat(accepts(constraint, text.toString()))
                        .as("seed %d: %s on '%s'", SEED + i, expression, text)
                        .isEqualTo(pattern.matcher(text).matches());
            }
            String walked = walk(Acceptor.of(constraint, ""), random);
            assertThat(walked == null || pattern.matcher(walked).matches())
                    .as("seed %d: %s on '%s'", SEED + i, expression, walked)
                    .isTrue();
        }
    }

    private static final String SUMS = """
            # sums of numbers, with brackets
            root ::= sum (" = " sum)?   # once
            sum  ::= term ( [+-] term )*
            term ::= [0-9]{1,3} | "(" sum ")"
            """;

    /** The same language by recursive descent. */
    private static final class Sums {
        private final String text;
        private int at;

        private Sums(String text) {
            this.text = text;
        }

        static boolean accepts(String text) {
            Sums sums = new Sums(text);
            boolean first = sums.sum();
            boolean second = first && (!text.startsWith(" = ", sums.at) || (sums.skip(3) && sums.sum()));
            return first && second && sums.at == text.length();
        }

        private boolean skip(int letters) {
            at += letters;
            return true;
        }

        private boolean sees(String some) {
            return at < text.length() && some.indexOf(text.charAt(at)) >= 0;
        }

        private boolean sum() {
            if (!term()) {
                return false;
            }
            while (sees("+-")) {
                at++;
                if (!term()) {
                    return false;
                }
            }
            return true;
        }

        private boolean term() {
            if (sees("(")) {
                return skip(1) && sum() && sees(")") && skip(1);
            }
            int begin = at;
            while (sees("0123456789") && at - begin < 3) {
                at++;
            }
            return at > begin;
        }
    }

    @Test
    void a_grammar_lets_through_what_recursive_descent_does() {
        Random random = new Random(SEED);
        Constraint constraint = new Constraint.Grammatical(SUMS);
        Acceptor acceptor = Acceptor.of(constraint, "");
        for (int i = 0; i < SEEDS; i++) {
            String walked = walk(acceptor, random);
            if (walked == null) {
                continue;
            }
            assertThat(Sums.accepts(walked)).as("seed %d: %s", SEED, walked).isTrue();
            int at = random.nextInt(walked.length());
            String changed = walked.substring(0, at) + "(1+) =".charAt(random.nextInt(6)) + walked.substring(at + 1);
            assertThat(accepts(constraint, changed))
                    .as("seed %d: %s", SEED, changed)
                    .isEqualTo(Sums.accepts(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root ::= root \"a\"",
                "root ::= a \"x\"\na ::= b? root",
                "root ::= missing",
                "other ::= \"a\"",
                "root ::= (\"a\"",
                "root ::= \"a\"\nroot ::= \"b\""
            })
    void a_grammar_that_cannot_be_read_is_the_caller_s_mistake(String grammar) {
        assertThatThrownBy(() -> Acceptor.of(new Constraint.Grammatical(grammar), ""))
                .isInstanceOf(ModelException.class)
                .matches(failure -> ((ModelException) failure).code() == ModelException.Code.USER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\": \"#\"}",
                "{\"$ref\": \"#/$defs/none\"}",
                "{\"type\":\"string\",\"pattern\":\"(?=a)\"}",
                "{\"type\":\"string\",\"pattern\":\"^a{3}$\",\"maxLength\":2}",
                "{\"type\":\"integer\",\"minimum\":5,\"maximum\":4}",
                "{\"type\":\"integer\",\"multipleOf\":5}"
            })
    void a_schema_that_cannot_be_kept_is_the_caller_s_mistake(String schema) {
        assertThatThrownBy(() -> Acceptor.of(new Constraint.JsonSchema(schema), ""))
                .isInstanceOf(ModelException.class)
                .matches(failure -> ((ModelException) failure).code() == ModelException.Code.USER);
    }

    @Test
    void spans_are_the_runs_of_words_that_match() {
        Random random = new Random(SEED);
        List<String> words = List.of("pay", "EUR", "12", "days", "Acme", "(x)", "45", "of");
        for (int i = 0; i < SEEDS; i++) {
            List<String> text = new ArrayList<>();
            for (int n = 3 + random.nextInt(12); n > 0; n--) {
                text.add(words.get(random.nextInt(words.size())));
            }
            text.add("99");
            String whole = String.join(" ", text);
            int most = 1 + random.nextInt(4);
            Constraint numbers = new Constraint.SpanOf(whole, most, "[0-9]+( days)?");
            int begin = random.nextInt(text.size());
            int end = Math.min(text.size(), begin + 1 + random.nextInt(4));
            String span = String.join(" ", text.subList(begin, end));
            boolean matches = span.matches("[0-9]+( days)?") && span.split(" ").length <= most;
            assertThat(accepts(numbers, span))
                    .as("seed %d: %s of %s", SEED, span, whole)
                    .isEqualTo(matches);
            String walked = walk(Acceptor.of(numbers, ""), random);
            assertThat(walked).as("seed %d", SEED).matches("[0-9]+( days)?");
        }
    }

    @Test
    void constraints_compose() {
        Constraint amount = new Constraint.Then(List.of(
                new Constraint.Any(
                        List.of(new Constraint.OneOf(List.of("EUR", "USD")), new Constraint.Matching("[A-Z]{3}"))),
                new Constraint.Matching(" [0-9]+"),
                new Constraint.SpanOf("per annum or per month", 2)));

        assertThat(accepts(amount, "GBP 12per annum")).isTrue();
        assertThat(accepts(amount, "GBP per annum")).isFalse();
    }

    @Test
    void what_is_left_no_choice_about_is_known() {
        Acceptor.State start = Acceptor.of(
                        new Constraint.JsonSchema("{\"type\":\"object\",\"properties\":{\"näme\":{\"const\":7}},"
                                + "\"required\":[\"näme\"]}"),
                        "")
                .start();
        assertThat(Forced.text(start)).isEqualTo("{\"näme\":");
    }
}
