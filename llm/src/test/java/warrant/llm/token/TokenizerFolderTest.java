package warrant.llm.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.HashedModel;

/** Tokenizers of folders give the tokens that Hugging Face's own library gives. */
class TokenizerFolderTest {
    private static final long SEED = Long.getLong("seed", 20261124);
    private static final List<String> BITS = List.of(
            "the ",
            "Supplier",
            " shall",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            "\r\n",
            "'s",
            "'LL",
            "45",
            "2025",
            "é",
            "e\u0301",
            "ß",
            "你好",
            "🙂",
            "👩‍⚖️",
            "…",
            "(",
            ")",
            "%",
            "EUR 1,234.50",
            "x",
            "days",
            " the the",
            "<",
            "|",
            ">",
            "§",
            "\u00a0");

    @TempDir
    Path folder;

    private Checkpoint open(String kind) {
        return Checkpoint.open(HashedModel.withTokenizer(folder.resolve(kind), kind));
    }

    private static Path resource(String kind) {
        return Path.of("src/test/resources/tokenizers", kind);
    }

    private static Stream<String> texts() {
        Random random = new Random(SEED);
        Stream<String> some = Stream.of("", "a", " ", "The Supplier shall deliver.", "<|im_end|", "x".repeat(50));
        return Stream.concat(
                some,
                IntStream.range(0, 400)
                        .mapToObj(i -> IntStream.range(0, 1 + random.nextInt(8))
                                .mapToObj(j -> BITS.get(random.nextInt(BITS.size())))
                                .reduce("", String::concat)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama3", "qwen2", "smollm", "llama2", "gemma"})
    void tokens_are_those_of_the_reference(String kind) throws IOException {
        try (HuggingFaceTokenizer reference = HuggingFaceTokenizer.newInstance(resource(kind));
                Checkpoint file = open(kind)) {
            Tokenizer tokenizer = Tokenizer.of(file);
            texts().forEach(text -> {
                long[] expected = reference.encode(text, false, false).getIds();

                // the reference puts a space before all; here only the template's end can
                boolean spaced = tokenizer.saysSpaceFirst() && !text.isEmpty();
                int[] tokens = tokenizer.encode(spaced ? " " + text : text);

                assertThat(Arrays.stream(tokens).asLongStream())
                        .as("%s, seed %d: '%s'", kind, SEED, text)
                        .containsExactlyElementsOf(
                                LongStream.of(expected).boxed().toList());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama3", "smollm", "llama2", "gemma"})
    void tokens_become_the_text_again(String kind) {
        try (Checkpoint file = open(kind)) {
            Tokenizer tokenizer = Tokenizer.of(file);
            texts().forEach(text -> assertThat(tokenizer.decode(
                            Arrays.stream(tokenizer.encode(text)).boxed().toList()))
                    .isEqualTo(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama2", "gemma"})
    void a_template_s_last_space_goes_into_the_word_behind_it(String kind) {
        try (Checkpoint file = open(kind)) {
            Tokenizer tokenizer = Tokenizer.of(file);

            int[] together = tokenizer.encode("<s>[INST] ", "the days");

            assertThat(tokenizer.encode("", " the days"))
                    .isEqualTo(Arrays.copyOfRange(
                            together, together.length - tokenizer.encode(" the days").length, together.length));
        }
    }
}
