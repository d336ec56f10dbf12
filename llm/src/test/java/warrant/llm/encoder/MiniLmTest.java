package warrant.llm.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmTest {
    private MiniLm encoder;

    @BeforeAll
    void open() {
        encoder = MiniLm.open(2);
    }

    @AfterAll
    void close() {
        encoder.close();
    }

    @Test
    void vectors_have_length_one_and_do_not_depend_on_the_batch() {
        String text = "The tenant shall pay the rent on the first day of each month.";

        float[] alone = encoder.encode(List.of(text)).getFirst();
        float[] among = encoder.encode(List.of(
                        "short",
                        text,
                        "A rather longer sentence about something else entirely, " + "so that the batch is padded."))
                .get(1);

        assertThat(dot(alone, alone)).isCloseTo(1, within(1e-5));
        assertThat(dot(alone, among)).isCloseTo(1, within(1e-5));
    }

    @Test
    void texts_of_one_meaning_are_nearer_than_others() {
        List<float[]> vectors = encoder.encode(List.of(
                "How long does the customer have to pay?",
                "payment term: the period within which an invoice must be paid",
                "governing law: the law that governs the agreement"));

        assertThat(dot(vectors.get(0), vectors.get(1))).isGreaterThan(dot(vectors.get(0), vectors.get(2)) + 0.2);
    }

    /** First numbers of the vector as ONNX Runtime 1.32 computes them from the same file. */
    @Test
    void numbers_agree_with_another_runtime() {
        float[] vector = encoder.encode(List.of("A cat sat on the mat.")).getFirst();

        assertThat(java.util.Arrays.copyOf(vector, REFERENCE.length)).containsExactly(REFERENCE, within(1e-4f));
    }

    private static final float[] REFERENCE = {
        0.120813f,
        -0.023536f,
        -0.036689f,
        0.056463f,
        -0.065987f,
        0.028884f,
        0.045335f,
        0.024535f,
        -0.021596f,
        0.060517f,
        -0.030386f,
        0.067922f,
        0.042658f,
        0.040721f,
        -0.055874f,
        -0.048509f
    };

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * (double) b[i];
        }
        return sum;
    }
}
