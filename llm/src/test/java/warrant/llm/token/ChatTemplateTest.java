package warrant.llm.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.llm.ModelException;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.HashedModel;
import warrant.llm.weights.TensorType;

/** Templates as models have them are cut where the messages stand. */
class ChatTemplateTest {
    @TempDir
    Path folder;

    private ChatTemplate cut(String template) throws IOException {
        HashedModel model = HashedModel.recorded("qwen3");
        model.shapes().put("model.embed_tokens.weight", new int[] {600, 32});
        model.write(folder, TensorType.F32, 1);
        for (String file : List.of("tokenizer.json", "tokenizer_config.json")) {
            Files.write(
                    folder.resolve(file),
                    Files.readAllBytes(
                            Path.of("src/test/resources/tokenizers/llama2").resolve(file)));
        }
        Files.writeString(folder.resolve("chat_template.jinja"), template);
        try (Checkpoint file = Checkpoint.open(folder)) {
            return ChatTemplate.find(file).orElseThrow();
        }
    }

    private static void assertParts(ChatTemplate template, String... parts) {
        assertThat(List.of(template.opening(), template.systemOpening(), template.systemClosing(), template.closing()))
                .containsExactly(parts);
    }

    @Test
    void a_system_message_that_a_template_refuses_begins_the_user_s() throws IOException {
        ChatTemplate template = cut("{{ bos_token }}{% if messages[0]['role'] == 'system' %}"
                + "{{ raise_exception('System role not supported') }}{% endif %}{% for message in messages %}"
                + "{{ '[INST] ' + message['content'] + ' [/INST]' }}{% endfor %}");

        assertParts(template, "<s>[INST] ", "<s>[INST] ", "\n\n", " [/INST]");
    }

    @Test
    void a_system_message_that_a_template_writes_into_the_user_s_is_found_there() throws IOException {
        ChatTemplate template = cut("{% if messages[0]['role'] == 'system' %}"
                + "{% set first = messages[0]['content'] + '\n\n' %}{% set rest = messages[1:] %}{% else %}"
                + "{% set first = '' %}{% set rest = messages %}{% endif %}"
                + "{% for message in rest %}<turn>user\n{{ first if loop.first else '' }}{{ message['content'] | trim }}"
                + "<end>\n{% endfor %}{% if add_generation_prompt %}<turn>model\n{% endif %}");

        assertParts(template, "<turn>user\n", "<turn>user\n", "\n\n", "<end>\n<turn>model\n");
    }

    @Test
    void a_template_that_leaves_the_user_out_is_refused() {
        assertThatThrownBy(() -> cut("hello"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("leaves messages out");
    }
}
