package warrant.orchestrator.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsYamlTest {
    @TempDir
    private Path folder;

    private QuestionsYaml.Questions read(String yaml) throws IOException {
        return QuestionsYaml.read(Files.writeString(folder.resolve("questions.yaml"), yaml));
    }

    @Test
    void a_question_is_read_with_all_that_is_expected() throws IOException {
        TestQuestion question = read("""
                - question: Within how many days must invoices be paid?
                  paraphrases: ["How long does the customer have to pay?"]
                  as_of: 2024-07-15
                  expect:
                    kind: grounded
                    must: ["45 days|forty-five", "Halden"]
                    must_not: ["30 days"]
                    max_claims: 3
                    cites: [amendment-2.docx]
                    rules: [payment-term]
                """).questions().getFirst();

        assertThat(question.wordings()).hasSize(2);
        assertThat(question.asOf()).isEqualTo(LocalDate.of(2024, 7, 15));
        assertThat(question.expect().must()).containsExactly(List.of("45 days", "forty-five"), List.of("Halden"));
        assertThat(question.expect().maxClaims()).isEqualTo(3);
        assertThat(question.expect().cites()).containsExactly(List.of("amendment-2.docx"));
    }

    @Test
    void a_mistake_is_told_with_its_line() {
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read("- question: a\n  expect: {kind: perhaps}\n"))
                .withMessageContaining("questions.yaml:2")
                .withMessageContaining("grounded, unsupported or contradicted");
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read("- expect: {kind: grounded}\n"))
                .withMessageContaining("the words of the question");
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read("question: a\n"))
                .withMessageContaining("expected a list");
    }

    @Test
    void an_unknown_key_is_warned_of() throws IOException {
        assertThat(read("- question: a\n  expect: {kind: grounded, claims: 3}\n")
                        .warnings())
                .singleElement()
                .asString()
                .contains("questions.yaml:2", "claims");
    }
}
