package warrant.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that work without the owner find all that they need in the process of the command line. */
class LocalCommandsTest {
    private static final String SUPPLY =
            Repository.root().resolve("matters/supply").toString();

    @TempDir
    private Path folder;

    private Command warrant;

    @BeforeEach
    void here() {
        warrant = new Command(folder.resolve("data"), Map.of());
    }

    private String done(String... arguments) {
        Command.Result result = warrant.run(arguments);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result.out();
    }

    private Command.Result refused(String... arguments) {
        Command.Result result = warrant.run(arguments);
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(2);
        assertThat(result.err()).doesNotContain("\tat ");
        return result;
    }

    @Test
    void rules_are_laid_out_and_stay_so() throws IOException {
        Path rules = Files.copy(Path.of(SUPPLY).resolve("rules/payment.rules"), folder.resolve("payment.rules"));

        done("rules", "fmt", rules.toString());
        assertThat(done("rules", "fmt", "--check", rules.toString())).contains("0 would change");
    }

    @Test
    void rules_go_out_and_a_file_that_is_there_is_kept() throws IOException {
        Path out = folder.resolve("out.xml");

        assertThat(done("rules", "export", SUPPLY, "--to", out.toString())).contains("wrote");
        String written = Files.readString(out);
        assertThat(written).contains("LegalRuleML");

        assertThat(refused("rules", "export", SUPPLY, "--as", "jena", "--to", out.toString())
                        .err())
                .contains("is there already");
        assertThat(Files.readString(out)).isEqualTo(written);
        assertThat(done("rules", "export", SUPPLY, "--as", "jena")).contains("->");
    }

    @Test
    void rules_come_in_and_libraries_are_copied() throws IOException {
        Path jena = Files.writeString(folder.resolve("a.jena"), "[r: (?a <urn:x#p> ?b) -> (?b <urn:x#q> ?a)]\n");

        assertThat(done("rules", "import", "--from", "jena", jena.toString())).contains("rule r");
        done("rules", "library", "deontic", "--to", folder.toString());
        assertThat(folder.resolve("deontic.rules")).exists();
    }

    @Test
    void a_model_is_not_written_over_a_file() throws IOException {
        Path there = Files.writeString(folder.resolve("there.gguf"), "mine");

        assertThat(refused("models", "export", there.toString(), there.toString())
                        .err())
                .contains("is there already");
        assertThat(there).hasContent("mine");
    }

    @Test
    void models_are_told_of() {
        assertThat(done("models", "info", "smollm2-135m")).containsIgnoringCase("licence: apache-2.0");
    }

    @Test
    void what_is_not_there_is_told_with_what_is() throws IOException {
        Files.createDirectories(folder.resolve("data"));

        assertThat(refused("bench", "nothing").err()).contains("retrieve");
        assertThat(refused("eval", "nothing").err()).contains("contractnli");
    }
}
