package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import warrant.llm.Constraint;
import warrant.llm.Context.Completion;
import warrant.llm.Generation;

/** SmolLM2-135M against transformers in F32 on the same dequantised file. */
class ModelParityTest {
    private static final String FILE = "SmolLM2-135M-Instruct.Q4_1.gguf";
    private static final String RECORDED = "smollm2-135m.tsv";

    /** A prompt, its lines of logits, and the greedy continuation. */
    private record Case(String prompt, List<String[]> logits, String greedy) {}

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        String prompt = "";
        List<String[]> logits = new ArrayList<>();
        for (String[] line : Recorded.lines(RECORDED)) {
            switch (line[0]) {
                case "P" -> prompt = Recorded.text(line[1]);
                case "L" -> logits.add(line);
                default -> {
                    cases.add(new Case(prompt, List.copyOf(logits), Recorded.text(line[2])));
                    logits.clear();
                }
            }
        }
        assertThat(cases).as("recorded prompts").hasSize(3);
        return cases;
    }

    @Test
    void in_f32_logits_are_the_reference_s_within_a_thousandth() {
        try (TorchLanguageModel model = open(Precision.F32)) {
            for (Case one : cases()) {
                float[][] logits = model.logits(model.tokenizer().encodeTemplate(one.prompt()));
                for (String[] line : one.logits()) {
                    float[] row = logits[Integer.parseInt(line[1])];
                    for (String pair : line[4].split(",")) {
                        String[] parts = pair.split(":");
                        assertThat((double) row[Integer.parseInt(parts[0])])
                                .as("%s, position %s, token %s", one.prompt(), line[1], parts[0])
                                .isCloseTo(Double.parseDouble(parts[1]), Offset.offset(1e-3));
                    }
                }
            }
        }
    }

    @Test
    void in_f32_greedy_text_is_the_reference_s() {
        try (TorchLanguageModel model = open(Precision.F32)) {
            for (Case one : cases()) {
                int[] tokens = model.tokenizer().encodeTemplate(one.prompt());
                try (TorchContext context = model.open("", new int[] {tokens[0]})) {
                    Completion completion = context.write(
                            Arrays.copyOfRange(tokens, 1, tokens.length),
                            "",
                            Generation.greedy(new Constraint.Free(), 24),
                            piece -> {});
                    assertThat(completion.text()).isEqualTo(one.greedy());
                }
            }
        }
    }

    /** Bytes are never chosen for a model as small as this one, so they get half a unit of room. */
    private static double leadThatCounts(Precision precision) {
        return switch (precision) {
            case F32, BF16 -> 0.1;
            case INT8, INT4 -> 0.5;
        };
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void the_likeliest_token_is_the_reference_s_wherever_it_leads_clearly(Precision precision) {
        Assumptions.assumeTrue(Machine.here().supports(precision));
        try (TorchLanguageModel model = open(precision)) {
            for (Case one : cases()) {
                float[][] logits = model.logits(model.tokenizer().encodeTemplate(one.prompt()));
                for (String[] line : one.logits()) {
                    if (Double.parseDouble(line[3]) > leadThatCounts(precision)) {
                        assertThat(top(logits[Integer.parseInt(line[1])]))
                                .as("%s, position %s", one.prompt(), line[1])
                                .isEqualTo(Integer.parseInt(line[2]));
                    }
                }
            }
        }
    }

    private static int top(float[] row) {
        int top = 0;
        for (int i = 1; i < row.length; i++) {
            top = row[i] > row[top] ? i : top;
        }
        return top;
    }

    private static TorchLanguageModel open(Precision precision) {
        return TorchLanguageModel.open(
                ModelFiles.need(FILE), Settings.of("smollm2-135m").withPrecision(precision));
    }
}
