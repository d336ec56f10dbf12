package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.stream.IntStream;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.FourBits;
import warrant.llm.weights.Tensor;

/** Appends tensors to the list of weights: matrices in the layout that the precision wants, all else in F32. */
final class Packing {
    private static final int NUMBERS_AT_ONCE = 1 << 18;

    private final Checkpoint file;
    private final Precision precision;
    private final ScriptModule script;
    private final IValue weights;
    private long bytes;

    Packing(Checkpoint file, Precision precision, ScriptModule script) {
        this.file = file;
        this.precision = precision;
        this.script = script;
        this.weights = script.call("list");
    }

    /**
     * Rows of a tensor, and where they are to stand among themselves.
     *
     * @param order from a row, counted from the first, to its place
     */
    record Part(Tensor tensor, int firstRow, int rows, RowOrder order) {
        static Part whole(Tensor tensor) {
            return new Part(tensor, 0, tensor.rows(), RowOrder.AS_STORED);
        }

        Part ordered(RowOrder other) {
            return new Part(tensor, firstRow, rows, other);
        }
    }

    /** @return the list that was filled, which belongs to the caller */
    IValue weights() {
        return weights;
    }

    /** @return bytes of memory that what was appended takes by count */
    long bytes() {
        return bytes;
    }

    /** Appends a tensor of F32. */
    void push(float[] numbers, long... shape) {
        bytes += (long) Float.BYTES * numbers.length;
        try (IValue tensor = script.tensor(numbers, shape)) {
            script.call("push", weights, tensor).close();
        }
    }

    /** @return the numbers of a part, row by row in their places */
    float[] numbers(Part part) {
        int columns = part.tensor().columns();
        float[] numbers = new float[Math.multiplyExact(part.rows(), columns)];
        fill(part, 0, (row, from, at) -> System.arraycopy(from, at, numbers, row * columns, columns));
        return numbers;
    }

    /** Appends the parts, one below the other. */
    void packed(Part... parts) {
        switch (precision) {
            case F32 -> packedFloats(parts);
            case BF16 -> packedHalves(parts);
            case INT8 -> packedBytes(parts);
            case INT4 -> {
                if (Nibbles.fit(parts)) {
                    packedNibbles(parts);
                } else {
                    packedBytes(parts);
                }
            }
        }
    }

    private static int rows(Part... parts) {
        return Arrays.stream(parts).mapToInt(Part::rows).sum();
    }

    /** Packs the matrices one below the other, in F32. */
    private void packedFloats(Part... parts) {
        int columns = parts[0].tensor().columns();
        bytes += (long) Float.BYTES * rows(parts) * columns;
        try (IValue tensor = empty("empty", rows(parts), columns)) {
            try (TensorRows out = rows(tensor, rows(parts), columns * Float.BYTES)) {
                fill(parts, (row, numbers, at) -> out.row(row).asFloatBuffer().put(numbers, at, columns));
            }
            script.call("pack", weights, tensor).close();
        }
    }

    /** The same in BF16, whose bits Java writes: half of the memory on the way. */
    private void packedHalves(Part... parts) {
        int columns = parts[0].tensor().columns();
        bytes += (long) Short.BYTES * rows(parts) * columns;
        try (IValue tensor = empty("emptyhalves", rows(parts), columns)) {
            try (TensorRows out = rows(tensor, rows(parts), columns * Short.BYTES)) {
                fill(parts, (row, numbers, at) -> {
                    short[] halves = new short[columns];
                    for (int i = 0; i < columns; i++) {
                        halves[i] = half(numbers[at + i]);
                    }
                    out.row(row).asShortBuffer().put(halves);
                });
            }
            script.call("pack", weights, tensor).close();
        }
    }

    /** @return the upper half of the bits, rounded to the nearest, ties to even */
    private static short half(float number) {
        int bits = Float.floatToRawIntBits(number);
        return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
    }

    /** Rounds each row to whole numbers from -127 to 127 and appends them with the rows' scales. */
    private void packedBytes(Part... parts) {
        int columns = parts[0].tensor().columns();
        float[] scales = new float[rows(parts)];
        bytes += (long) scales.length * (columns + Float.BYTES);
        try (IValue tensor = empty("emptybytes", scales.length, columns)) {
            try (TensorRows out = rows(tensor, scales.length, columns)) {
                fill(parts, (row, numbers, at) -> {
                    float most = 0;
                    for (int i = at; i < at + columns; i++) {
                        most = Math.max(most, Math.abs(numbers[i]));
                    }
                    byte[] bytes = new byte[columns];
                    float inverse = most == 0 ? 0 : 127 / most;
                    for (int i = 0; i < columns; i++) {
                        bytes[i] = (byte) Math.rint(numbers[at + i] * inverse);
                    }
                    scales[row] = most / 127;
                    out.row(row).put(bytes);
                });
            }
            try (IValue scale = script.tensor(scales, scales.length)) {
                script.call("packbytes", weights, tensor, scale).close();
            }
        }
    }

    private void packedNibbles(Part... parts) {
        int rows = rows(parts);
        int columns = parts[0].tensor().columns();
        bytes += (long) rows * columns / 2 + (long) rows * columns / FourBits.GROUP * 2 * Short.BYTES;
        try (IValue tensor = empty("emptywhole", rows, columns);
                TensorRows out = rows(tensor, rows, columns * Integer.BYTES)) {
            Nibbles nibbles = new Nibbles(out, rows, columns);
            int first = 0;
            for (Part part : parts) {
                nibbles.fill(file, part, first);
                first += part.rows();
            }
            try (IValue scales = nibbles.scales(script)) {
                script.call("packnibbles", weights, tensor, scales).close();
            }
        }
    }

    private TensorRows rows(IValue tensor, int rows, int rowBytes) {
        return new TensorRows(script, tensor, rows, rowBytes, TensorRows.PIECE);
    }

    private IValue empty(String method, int rows, int columns) {
        try (IValue rowCount = IValue.from((long) rows);
                IValue columnCount = IValue.from((long) columns)) {
            return script.call(method, rowCount, columnCount);
        }
    }

    /** Takes one row of a joined matrix, from several threads. */
    private interface RowSink {
        /** @param at where the row begins among the numbers */
        void accept(int row, float[] numbers, int at);
    }

    private void fill(Part[] parts, RowSink sink) {
        int row = 0;
        for (Part part : parts) {
            fill(part, row, sink);
            row += part.rows();
        }
    }

    private void fill(Part part, int firstRow, RowSink sink) {
        FileRows rows = new FileRows(file, part.tensor(), part.firstRow(), part.rows());
        int columns = part.tensor().columns();
        int step = Math.max(1, NUMBERS_AT_ONCE / columns);
        IntStream.range(0, (part.rows() + step - 1) / step).parallel().forEach(chunk -> {
            float[] numbers = new float[columns];
            for (int row = chunk * step; row < Math.min(part.rows(), (chunk + 1) * step); row++) {
                rows.read(row, numbers, 0);
                sink.accept(firstRow + part.order().place(row), numbers, 0);
            }
        });
    }
}
