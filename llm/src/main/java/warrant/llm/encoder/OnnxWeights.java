package warrant.llm.encoder;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * The F32 tensors of an ONNX file by the names they had in PyTorch. The exporter leaves the matrices of linear layers
 * nameless and transposed; their names are recovered from the paths of the nodes that multiply by them.
 */
final class OnnxWeights {
    private static final String NAMELESS = "onnx::MatMul";

    private final Map<String, Bert.Matrix> tensors = new HashMap<>();

    private OnnxWeights() {}

    static OnnxWeights read(InputStream file) {
        try {
            CodedInputStream in = CodedInputStream.newInstance(new BufferedInputStream(file, 1 << 20));
            in.setSizeLimit(Integer.MAX_VALUE);
            GraphProto graph = ModelProto.parseFrom(in).getGraph();
            OnnxWeights weights = new OnnxWeights();
            Map<String, String> names = names(graph.getNodeList());
            for (TensorProto tensor : graph.getInitializerList()) {
                if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                    weights.add(tensor, names);
                }
            }
            return weights;
        } catch (IOException e) {
            throw new ModelException(Code.UPSTREAM, "the encoder's weights cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> names(List<NodeProto> nodes) {
        Map<String, String> names = new HashMap<>();
        for (NodeProto node : nodes) {
            if (node.getOpType().equals("MatMul") && node.getInput(1).startsWith(NAMELESS)) {
                String path = node.getName().substring(1).replace("/MatMul", "").replace('/', '.');
                names.put(node.getInput(1), path + ".weight");
            }
        }
        return names;
    }

    private void add(TensorProto tensor, Map<String, String> names) {
        FloatBuffer raw = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] numbers = new float[raw.remaining()];
        raw.get(numbers);
        long[] shape = tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
        String name = names.get(tensor.getName());
        tensors.put(
                name == null ? tensor.getName() : name,
                name == null ? new Bert.Matrix(numbers, shape) : transposed(numbers, shape));
    }

    private static Bert.Matrix transposed(float[] numbers, long[] shape) {
        int rows = (int) shape[0];
        int columns = (int) shape[1];
        float[] turned = new float[numbers.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = numbers[r * columns + c];
            }
        }
        return new Bert.Matrix(turned, new long[] {columns, rows});
    }

    /** @throws ModelException with code UPSTREAM when the file lacks the tensor */
    Bert.Matrix get(String name) {
        Bert.Matrix found = tensors.get(name);
        if (found == null) {
            throw new ModelException(Code.UPSTREAM, "the encoder's weights lack the tensor " + name);
        }
        return found;
    }
}
