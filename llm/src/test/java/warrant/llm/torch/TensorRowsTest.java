package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.IValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorRowsTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 4;
    private static final String METHODS = """
            def some(self: __torch__.M, x: Tensor, begin: int, end: int) -> Tensor:
              return torch.slice(x, 0, begin, end)
            """;

    /** Pieces of less than a row, a row, two rows and a half, all. */
    @ParameterizedTest
    @ValueSource(ints = {7, 16, 40, 1 << 30})
    void what_is_written_row_by_row_stands_in_the_tensor_however_it_is_cut(int piece) {
        try (ScriptModule script = ScriptModule.compile(TorchEngine.start(1, Place.PROCESSOR), METHODS);
                IValue tensor = script.tensor(new float[ROWS * COLUMNS], ROWS, COLUMNS);
                TensorRows rows = new TensorRows(script, tensor, ROWS, COLUMNS * Float.BYTES, piece)) {
            for (int row = ROWS - 1; row >= 0; row--) {
                rows.row(row).asFloatBuffer().put(new float[] {row, row + 0.25f, row + 0.5f, row + 0.75f});
            }

            float[] expected = new float[ROWS * COLUMNS];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = i / 4f;
            }
            try (var array = script.array(tensor)) {
                assertThat(array.toFloatArray()).containsExactly(expected);
            }
        }
    }
}
