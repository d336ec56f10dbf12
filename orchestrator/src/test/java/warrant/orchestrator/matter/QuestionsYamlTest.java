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

    private List<MatterQuestion> read(String yaml) throws IOException {
        return QuestionsYaml.read(Files.writeString(folder.resolve("questions.yaml"), yaml));
    }

    @Test
    void a_question_is_read_with_all_that_is_expected() throws IOException {
        MatterQuestion question = read("""
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
                """).getFirst();

        assertThat(question.paraphrases()).hasSize(1);
        assertThat(question.asOf()).isEqualTo(LocalDate.of(2024, 7, 15));
        assertThat(question.expected().must()).containsExactly("45 days|forty-five", "Halden");
        assertThat(question.expected().maxClaims()).isEqualTo(3);
        assertThat(question.expected().cites()).containsExactly("amendment-2.docx");
    }

    @Test
    void a_mistake_is_told_with_its_line() {
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read("- question: a\n  expect: {kind: perhaps}\n"))
                .withMessageContaining("questions.yaml:2")
                .withMessageContaining("contradicted, grounded, unsupported");
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read("- expect: {kind: grounded}\n"))
                .withMessageContaining("its words");
        assertThatExceptionOfType(MatterException.class)
                .isThrownBy(() -> read("question: a\n"))
                .withMessageContaining("expected a list");
    }
}
