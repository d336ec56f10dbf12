package warrant.llm.process;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors of one length on their way between processes.
 *
 * @param numbers one vector after the other, as big-endian F32
 */
@SuppressWarnings("ArrayRecordComponent") // written and read once, never compared
record Vectors(int count, byte[] numbers) {
    static Vectors of(List<float[]> vectors) {
        int length = vectors.stream().mapToInt(vector -> vector.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES);
        FloatBuffer numbers = bytes.asFloatBuffer();
        vectors.forEach(numbers::put);
        return new Vectors(vectors.size(), bytes.array());
    }

    List<float[]> list() {
        FloatBuffer from = ByteBuffer.wrap(numbers).asFloatBuffer();
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[from.capacity() / count];
            from.get(vector);
            vectors.add(vector);
        }
        return vectors;
    }
}
