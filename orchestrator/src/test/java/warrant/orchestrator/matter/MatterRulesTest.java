package warrant.orchestrator.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.rules.Rule;
import warrant.rules.language.SourceText;

final class MatterRulesTest {
    @TempDir
    private Path root;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(root.resolve("one/rules"));
        write("matter.yaml", "ranks: [statute]\n");
        write("rules/a.rules", "rule a rank statute then :x :p 1");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve("one").resolve(name), text);
    }

    private MatterRules read() {
        return MatterRules.read(MatterFolder.read(root.resolve("one")));
    }

    @Test
    void the_same_texts_are_read_once_wherever_they_lie() throws IOException {
        MatterRules first = read();
        Files.move(root.resolve("one"), root.resolve("two"));

        assertThat(MatterRules.read(MatterFolder.read(root.resolve("two")))).isSameAs(first);
    }

    @Test
    void whatever_rules_depend_on_is_looked_at_each_time() throws IOException {
        MatterRules first = read();

        write("rules/a.rules", "rule a rank statute then :x :p 2");
        assertThat(read().ruleBase().hash()).isNotEqualTo(first.ruleBase().hash());
        write("matter.yaml", "ranks: [contract]\n");
        assertThat(read().parsed().errors()).isNotEmpty();
        write("matter.yaml", "ranks: [statute]\n");
        write("ontology.ttl", "@prefix : <urn:x#> . :p a <http://www.w3.org/2002/07/owl#DatatypeProperty> .");
        assertThat(read().own()).isTrue();
    }

    @Test
    void rules_more_are_read_for_themselves_and_an_ontology_that_cannot_be_read_is_told_each_time() throws IOException {
        MatterRules first = read();
        MatterFolder folder = MatterFolder.read(root.resolve("one"));

        MatterRules more = MatterRules.read(folder, new SourceText("more", "rule b then :x :q 1"));

        assertThat(more.ruleBase().rules()).extracting(Rule::id).contains("a", "b");
        assertThat(read()).isSameAs(first);
        write("ontology.ttl", "no turtle");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::read).isInstanceOf(MatterException.class);
        }
    }
}
