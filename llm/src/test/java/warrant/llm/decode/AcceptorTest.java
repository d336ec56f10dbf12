package warrant.llm.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.Constraint;
import warrant.llm.ModelException;

class AcceptorTest {
    private static final String TEXT = "Acme Ltd (\"Supplier\") shall pay\n  EUR 1,200.50 to Beta's agent.";
    private static final String SCHEMA = """
            {"type": "object", "required": ["name", "kind"], "properties": {
              "name": {"type": "string"},
              "kind": {"enum": ["supplier", "customer"]},
              "since": {"type": ["integer", "null"]},
              "rates": {"type": "array", "maxItems": 2, "items": {"type": "number"}}}}""";

    private static Acceptor.@Nullable State after(Constraint constraint, String lead, String answer) {
        Acceptor.@Nullable State state = Acceptor.of(constraint, lead).start();
        for (byte b : answer.getBytes(StandardCharsets.UTF_8)) {
            state = state == null ? null : state.next(b & 0xFF);
        }
        return state;
    }

    private static Acceptor.State reached(Constraint constraint, String lead, String answer) {
        return Objects.requireNonNull(after(constraint, lead, answer), answer);
    }

    private static boolean accepts(Constraint constraint, String answer) {
        Acceptor.State state = after(constraint, "", answer);
        return state != null && state.complete();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Ltd",
                "Supplier",
                "shall pay EUR 1,200.50",
                "shall pay\n  EUR",
                "Beta",
                "Beta's agent",
                "agent."
            })
    void a_span_is_whole_words_with_or_without_the_punctuation_around_them(String span) {
        assertThat(accepts(new Constraint.SpanOf(TEXT, 5), span)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Acm", "cme", "1", "200.50", "Acme Ltd shall", "Ltd (\"Supplier\") shall pay EUR 1,200.50 to", ""
            })
    void what_is_no_span_of_the_text_or_too_long_is_not_accepted(String span) {
        assertThat(accepts(new Constraint.SpanOf(TEXT, 5), span)).isFalse();
    }

    @Test
    void a_span_comes_back_as_it_stands_in_the_text() {
        assertThat(reached(new Constraint.SpanOf(TEXT, 5), "", "pay EUR").text())
                .contains("pay\n  EUR");
    }

    @Test
    void after_an_open_lead_a_space_may_come_first() {
        Constraint oneOf = new Constraint.OneOf(List.of("yes", "no"));

        assertThat(reached(oneOf, "Answer:", " yes").complete()).isTrue();
        assertThat(after(oneOf, "Answer: ", " yes")).isNull();
        assertThat(reached(oneOf, "", "ye").complete()).isFalse();
        assertThat(reached(oneOf, "", "yes").onlyComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Zoë \\\"Z\\\" \\u00e9\", \"kind\":\"supplier\"}",
                "{\"name\": \"\", \"kind\": \"customer\", \"since\": -12}",
                "{\"name\": \"x\", \"kind\": \"customer\", \"since\": null, \"rates\": []}",
                "{\"name\": \"x\", \"kind\": \"customer\", \"rates\": [0.5, 12]}"
            })
    void json_that_the_schema_allows_is_accepted(String json) {
        assertThat(accepts(new Constraint.JsonSchema(SCHEMA), json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\"}",
                "{\"kind\":\"supplier\", \"name\":\"x\"}",
                "{\"name\":\"x\", \"kind\":\"court\"}",
                "{\"name\":\"x\", \"kind\":\"customer\", \"since\": 1.5}",
                "{\"name\":\"x\", \"kind\":\"customer\", \"rates\": [1, 2, 3]}",
                "{\"name\":\"x\", \"kind\":\"customer\", \"rates\": [01]}",
                "{\"name\":\"a\nb\", \"kind\":\"customer\"}"
            })
    void json_that_the_schema_forbids_is_not(String json) {
        assertThat(accepts(new Constraint.JsonSchema(SCHEMA), json)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"type\": \"thing\"}", "{\"anyOf\": []}", "{\"enum\": []}"})
    void what_is_no_schema_is_refused_as_the_caller_s_mistake(String schema) {
        assertThatThrownBy(() -> Acceptor.of(new Constraint.JsonSchema(schema), ""))
                .isInstanceOf(ModelException.class)
                .matches(failure -> ((ModelException) failure).code() == ModelException.Code.USER);
    }
}
