package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import warrant.llm.weights.Checkpoint;

/**
 * A decoder's program and its weights in one precision.
 *
 * @param bytes of memory that the weights take by count
 */
record Network(ScriptModule script, IValue weights, Precision precision, long bytes) implements AutoCloseable {
    /** @param window most positions that will be asked for */
    static Network load(
            Checkpoint file, DecoderShape shape, Precision precision, Place place, int threads, int window) {
        ScriptModule script = ScriptModule.compile(
                TorchEngine.start(threads, place),
                DecoderScript.of(shape, precision, place, TorchLanguageModel.BATCH_TOKENS));
        try {
            Packing packing = WeightLoading.load(file, shape, precision, script, window);
            return new Network(script, packing.weights(), precision, packing.bytes());
        } catch (RuntimeException failure) {
            script.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        weights.close();
        script.close();
    }
}
