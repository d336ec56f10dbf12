package warrant.llm.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * TorchScript methods, compiled and ready to be called from one thread.
 *
 * <p>Values that a call returns belong to the caller, who closes them.
 */
public final class ScriptModule implements AutoCloseable {
    private static final String OWN = """
            def own(self: __torch__.M, x: Tensor) -> Tensor:
              return torch.clone(x)
            """;

    private final PtNDManager manager;
    private final PtSymbolBlock block;

    private ScriptModule(PtNDManager manager, PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
    }

    /**
     * @param manager owns the module from now on and is closed with it
     * @param methods definitions at the left margin, each with {@code self: __torch__.M} as first parameter
     * @throws ModelException with code {@code US} if the source does not compile
     */
    public static ScriptModule compile(PtNDManager manager, String methods) {
        try {
            return new ScriptModule(
                    manager,
                    JniUtils.loadModule(
                            manager, new ByteArrayInputStream(ScriptArchive.of(OWN + methods)), false, false));
        } catch (EngineException failure) {
            manager.close();
            throw new ModelException(
                    Code.US, "a TorchScript source does not compile: " + failure.getMessage(), failure);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @throws ModelException with code {@code US} if the native code refuses */
    public IValue call(String method, IValue... arguments) {
        try {
            return IValueUtils.runMethod(block, method, arguments);
        } catch (EngineException failure) {
            throw new ModelException(Code.US, "the model's " + method + " failed: " + failure.getMessage(), failure);
        }
    }

    /** Calls a method that returns a tensor of F32 and copies its numbers. */
    public float[] floats(String method, IValue... arguments) {
        try (IValue result = call(method, arguments);
                PtNDArray array = result.toTensor(manager)) {
            return array.toFloatArray();
        }
    }

    /** @return the tensor of a value, sharing its memory; to be closed */
    public PtNDArray array(IValue tensor) {
        return tensor.toTensor(manager);
    }

    /** @return a tensor of F32 with memory of its own */
    public IValue tensor(float[] numbers, long... shape) {
        return owned(manager.create(FloatBuffer.wrap(numbers), new Shape(shape), DataType.FLOAT32));
    }

    /** @return a vector of whole numbers with memory of its own */
    public IValue tensor(long[] numbers) {
        return owned(manager.create(LongBuffer.wrap(numbers), new Shape(numbers.length), DataType.INT64));
    }

    /** An array made from a buffer uses the buffer's memory, which the garbage collector takes back: so copy it. */
    private IValue owned(PtNDArray array) {
        try (array;
                IValue shared = IValue.from(array)) {
            return call("own", shared);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
