package warrant.llm.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Dequantiser;
import warrant.llm.weights.Gguf;
import warrant.llm.weights.Tensor;

/** Brings the tensors of a file into the order and layout that {@link DecoderScript} wants, one matrix at a time. */
final class WeightLoading {
    private static final int NUMBERS_AT_ONCE = 1 << 18;

    private final Gguf file;
    private final DecoderShape shape;
    private final Precision precision;
    private final ScriptModule script;
    private final IValue weights;
    private final Set<String> used = new HashSet<>();

    private WeightLoading(Gguf file, DecoderShape shape, Precision precision, ScriptModule script) {
        this.file = file;
        this.shape = shape;
        this.precision = precision;
        this.script = script;
        this.weights = script.call("list");
    }

    /**
     * @param positions length of the rotary tables
     * @return the list of weights
     * @throws ModelException if a tensor is missing, has another shape, or is not known to this architecture
     */
    static IValue load(Gguf file, DecoderShape shape, Precision precision, ScriptModule script, int positions) {
        WeightLoading loading = new WeightLoading(file, shape, precision, script);
        loading.all(positions);
        return loading.weights;
    }

    private void all(int positions) {
        used.add("token_embd.weight");
        packed(new Part(matrix(shape.headName(file), shape.vocabulary(), shape.hidden()), false));
        vector("output_norm.weight", shape.hidden());
        for (float[] table : shape.rotations(positions, factors())) {
            try (IValue tensor = script.tensor(table, positions, shape.headWidth())) {
                push(tensor);
            }
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            layer("blk." + layer + ".");
        }
        file.tensors().keySet().stream()
                .filter(name -> !used.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ModelException(
                            Code.USER,
                            file.path() + " holds the tensor " + name + ", for which this program has no use: "
                                    + "the model is of a kind that it does not know");
                });
    }

    private float[] factors() {
        int pairs = shape.headWidth() / 2;
        if (file.find(DecoderShape.FACTORS).isPresent()) {
            return numbers(matrix(DecoderShape.FACTORS, 1, pairs));
        }
        float[] ones = new float[pairs];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void layer(String at) {
        int width = shape.headWidth();
        int hidden = shape.hidden();
        vector(at + "attn_norm.weight", hidden);
        packed(
                new Part(matrix(at + "attn_q.weight", shape.heads() * width, hidden), shape.interleaved()),
                new Part(matrix(at + "attn_k.weight", shape.keyHeads() * width, hidden), shape.interleaved()),
                new Part(matrix(at + "attn_v.weight", shape.keyHeads() * width, hidden), false));
        bias(at);
        packed(new Part(matrix(at + "attn_output.weight", hidden, shape.heads() * width), false));
        vector(at + "ffn_norm.weight", hidden);
        packed(
                new Part(matrix(at + "ffn_gate.weight", shape.inner(), hidden), false),
                new Part(matrix(at + "ffn_up.weight", shape.inner(), hidden), false));
        packed(new Part(matrix(at + "ffn_down.weight", hidden, shape.inner()), false));
        if (shape.headNorms()) {
            headNorms(at);
        }
    }

    /** The norms' weights for each head: the queries' for all query heads, then the keys' for all key heads. */
    private void headNorms(String at) {
        int width = shape.headWidth();
        int heads = shape.heads() + shape.keyHeads();
        float[] queries = numbers(matrix(at + "attn_q_norm.weight", 1, width));
        float[] keys = numbers(matrix(at + "attn_k_norm.weight", 1, width));
        float[] all = new float[heads * width];
        for (int head = 0; head < heads; head++) {
            System.arraycopy(head < shape.heads() ? queries : keys, 0, all, head * width, width);
        }
        try (IValue tensor = script.tensor(all, heads, width)) {
            push(tensor);
        }
    }

    /** A matrix of the file and whether the rows of its heads are to be brought from alternating to halves. */
    private record Part(Tensor tensor, boolean interleaved) {}

    private Tensor matrix(String name, int rows, int columns) {
        used.add(name);
        return file.tensor(name, rows, columns);
    }

    private void vector(String name, int length) {
        try (IValue tensor = script.tensor(numbers(matrix(name, 1, length)), length)) {
            push(tensor);
        }
    }

    private void bias(String at) {
        float[] bias = new float[shape.qkvRows()];
        int row = 0;
        for (String part : new String[] {"attn_q", "attn_k", "attn_v"}) {
            int rows = (part.equals("attn_q") ? shape.heads() : shape.keyHeads()) * shape.headWidth();
            String name = at + part + ".bias";
            if (file.find(name).isPresent()) {
                float[] numbers = numbers(matrix(name, 1, rows));
                boolean interleaved = shape.interleaved() && !part.equals("attn_v");
                for (int i = 0; i < rows; i++) {
                    bias[row + place(i, interleaved)] = numbers[i];
                }
            }
            row += rows;
        }
        try (IValue tensor = script.tensor(bias, bias.length)) {
            push(tensor);
        }
    }

    private void push(IValue tensor) {
        script.call("push", weights, tensor).close();
    }

    private void packed(Part... parts) {
        switch (precision) {
            case F32 -> packedFloats(parts);
            case BF16 -> packedHalves(parts);
            case INT8 -> packedBytes(parts);
        }
    }

    private static int rows(Part... parts) {
        return Arrays.stream(parts).mapToInt(part -> part.tensor().rows()).sum();
    }

    /** Packs the matrices one below the other, in F32. */
    private void packedFloats(Part... parts) {
        int columns = parts[0].tensor().columns();
        try (IValue tensor = empty("empty", rows(parts), columns)) {
            try (PtNDArray array = script.array(tensor)) {
                FloatBuffer out =
                        array.toByteBuffer(true).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
                fill(parts, (row, numbers, at) -> out.put(row * columns, numbers, at, columns));
            }
            script.call("pack", weights, tensor).close();
        }
    }

    /** The same in BF16, whose bits Java writes: half of the memory on the way. */
    private void packedHalves(Part... parts) {
        int columns = parts[0].tensor().columns();
        try (IValue tensor = empty("emptyhalves", rows(parts), columns)) {
            try (PtNDArray array = script.array(tensor)) {
                ShortBuffer out =
                        array.toByteBuffer(true).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
                fill(parts, (row, numbers, at) -> {
                    short[] halves = new short[columns];
                    for (int i = 0; i < columns; i++) {
                        halves[i] = half(numbers[at + i]);
                    }
                    out.put(row * columns, halves);
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
        try (IValue tensor = empty("emptybytes", scales.length, columns)) {
            try (PtNDArray array = script.array(tensor)) {
                ByteBuffer out = array.toByteBuffer(true);
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
                    out.put(row * columns, bytes);
                });
            }
            try (IValue scale = script.tensor(scales, scales.length)) {
                script.call("packbytes", weights, tensor, scale).close();
            }
        }
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
            row += part.tensor().rows();
        }
    }

    private void fill(Part part, int firstRow, RowSink sink) {
        Tensor tensor = part.tensor();
        ByteBuffer bytes = file.map(tensor, 0, tensor.rows());
        int columns = tensor.columns();
        int step = Math.max(1, NUMBERS_AT_ONCE / columns);
        IntStream.range(0, (tensor.rows() + step - 1) / step).parallel().forEach(chunk -> {
            int from = chunk * step;
            int rows = Math.min(step, tensor.rows() - from);
            float[] numbers = new float[rows * columns];
            ByteBuffer slice = bytes.slice(from * tensor.rowBytes(), rows * tensor.rowBytes());
            Dequantiser.read(tensor.type(), slice.order(ByteOrder.LITTLE_ENDIAN), numbers, 0, numbers.length);
            for (int r = 0; r < rows; r++) {
                sink.accept(firstRow + place(from + r, part.interleaved()), numbers, r * columns);
            }
        });
    }

    /** Row {@code 2 j + h} of a head in a llama file is row {@code h * width / 2 + j} of the model. */
    private int place(int row, boolean interleaved) {
        if (!interleaved) {
            return row;
        }
        int width = shape.headWidth();
        int inHead = row % width;
        return row - inHead + (inHead % 2) * (width / 2) + inHead / 2;
    }

    private float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.columns()];
        Dequantiser.read(tensor.type(), file.map(tensor, 0, 1), numbers, 0, numbers.length);
        return numbers;
    }
}
