package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.stream.IntStream;
import warrant.llm.torch.Packing.Part;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.FourBits;

/**
 * Matrices of a file, one below the other, as 4-bit whole numbers with a scale and a zero for each group of 32. A
 * weight is {@code (nibble - 8) * scale + zero}, as the kernel has it; scale and zero are rounded to BF16, the rest is
 * exact.
 */
final class Nibbles {
    /** The kernel wants a multiple of so many rows. */
    private static final int ROWS = 16;

    private static final int MIDDLE = 8;

    private final int rows;
    private final int columns;
    private final TensorRows nibbles;
    private final float[] scales;

    /** @param nibbles of a tensor {@code (rows, columns)} of 32-bit whole numbers, to be filled part by part */
    Nibbles(TensorRows nibbles, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.nibbles = nibbles;
        this.scales = new float[Math.multiplyExact(2 * (columns / FourBits.GROUP), rows)];
    }

    /** @return whether matrices can be had in this form, one below the other, without rounding them anew */
    static boolean fit(Part... parts) {
        int rows = Arrays.stream(parts).mapToInt(Part::rows).sum();
        return rows % ROWS == 0
                && Arrays.stream(parts)
                        .allMatch(part -> FourBits.holds(part.tensor().type()));
    }

    /** @param firstRow of the whole, at which the part begins */
    void fill(Checkpoint file, Part part, int firstRow) {
        FileRows stored = new FileRows(file, part.tensor(), part.firstRow(), part.rows());
        IntStream.range(0, part.rows()).parallel().forEach(row -> {
            int[] numbers = new int[columns];
            float[] groups = new float[2 * columns / FourBits.GROUP];
            FourBits.read(part.tensor().type(), stored.bytes(row), columns, numbers, groups);
            int to = firstRow + part.order().place(row);
            nibbles.row(to).asIntBuffer().put(numbers);
            for (int g = 0; g < groups.length / 2; g++) {
                int at = 2 * (g * rows + to);
                scales[at] = groups[2 * g];
                scales[at + 1] = groups[2 * g + 1] + MIDDLE * groups[2 * g];
            }
        });
    }

    /** @return {@code (groups, rows, 2)} */
    IValue scales(ScriptModule script) {
        return script.tensor(scales, columns / FourBits.GROUP, rows, 2);
    }
}
