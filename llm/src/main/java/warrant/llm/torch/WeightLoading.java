package warrant.llm.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
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
    private final ScriptModule script;
    private final IValue weights;
    private final Set<String> used = new HashSet<>();

    private WeightLoading(Gguf file, DecoderShape shape, ScriptModule script) {
        this.file = file;
        this.shape = shape;
        this.script = script;
        this.weights = script.call("list");
    }

    /**
     * @param positions length of the rotary tables
     * @return the list of weights
     * @throws ModelException if a tensor is missing, has another shape, or is not known to this architecture
     */
    static IValue load(Gguf file, DecoderShape shape, ScriptModule script, int positions) {
        WeightLoading loading = new WeightLoading(file, shape, script);
        loading.all(positions);
        return loading.weights;
    }

    private void all(int positions) {
        used.add("token_embd.weight");
        String head = file.find("output.weight").isPresent() ? "output.weight" : "token_embd.weight";
        dense(new Part(matrix(head, shape.vocabulary(), shape.hidden()), false));
        vector("output_norm.weight", shape.hidden());
        for (float[] table : shape.rotations(positions)) {
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

    private void dense(Part... parts) {
        try (IValue tensor = joined(parts)) {
            push(tensor);
        }
    }

    private void packed(Part... parts) {
        try (IValue tensor = joined(parts)) {
            script.call("pack", weights, tensor).close();
        }
    }

    /** @return the matrices one below the other, in F32 */
    private IValue joined(Part... parts) {
        int columns = parts[0].tensor().columns();
        int rows = 0;
        for (Part part : parts) {
            rows += part.tensor().rows();
        }
        try (IValue rowCount = IValue.from((long) rows);
                IValue columnCount = IValue.from((long) columns)) {
            IValue tensor = script.call("empty", rowCount, columnCount);
            try (PtNDArray array = script.array(tensor)) {
                FloatBuffer out =
                        array.toByteBuffer(true).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
                int row = 0;
                for (Part part : parts) {
                    fill(part, out, row);
                    row += part.tensor().rows();
                }
            }
            return tensor;
        }
    }

    private void fill(Part part, FloatBuffer out, int firstRow) {
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
                out.put((firstRow + place(from + r, part.interleaved())) * columns, numbers, r * columns, columns);
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
