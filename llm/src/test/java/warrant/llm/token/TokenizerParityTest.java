package warrant.llm.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.llm.torch.ModelFiles;
import warrant.llm.torch.Recorded;
import warrant.llm.weights.Gguf;

class TokenizerParityTest {
    @ParameterizedTest
    @CsvSource({
        "SmolLM2-135M-Instruct.Q4_1.gguf, smollm2-135m-tokens.tsv",
        "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf, qwen2.5-coder-1.5b-tokens.tsv",
        "gemma-3-270m-q4_k_m.gguf, gemma3-270m-tokens.tsv"
    })
    void texts_become_the_tokens_of_the_reference_and_come_back_whole(String file, String recorded) {
        try (Gguf gguf = Gguf.open(ModelFiles.need(file))) {
            Tokenizer tokenizer = Tokenizer.of(gguf);

            for (String[] line : Recorded.lines(recorded)) {
                String text = Recorded.text(line[1]);
                assertThat(tokenizer.encodeTemplate(text)).as(text).containsExactly(Recorded.ids(line[2]));
                List<Integer> plain =
                        Arrays.stream(tokenizer.encode(text)).boxed().toList();
                assertThat(tokenizer.decode(plain)).isEqualTo(text);
                assertThat(plain).as("no marks from text").noneMatch(tokenizer::isControl);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SmolLM2-135M-Instruct.Q4_1.gguf", "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"})
    void chat_templates_are_cut_where_the_messages_stand(String file) {
        try (Gguf gguf = Gguf.open(ModelFiles.need(file))) {
            ChatTemplate template = ChatTemplate.find(gguf).orElseThrow();

            assertThat(template.systemOpening()).isEqualTo("<|im_start|>system\n");
            assertThat(template.systemClosing()).isEqualTo("<|im_end|>\n<|im_start|>user\n");
            assertThat(template.closing()).isEqualTo("<|im_end|>\n<|im_start|>assistant\n");
            assertThat(template.opening())
                    .startsWith("<|im_start|>system\nYou are")
                    .endsWith("<|im_start|>user\n");
        }
    }
}
