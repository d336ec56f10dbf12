package warrant.llm.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** The native library of this process. It is loaded at first use, once. */
public final class TorchEngine {
    private TorchEngine() {}

    /**
     * To be called on the thread that will compute.
     *
     * @param threads native threads for one operation, for the whole process
     * @param place where arrays are made
     * @return an owner of native arrays, to be closed
     * @throws ModelException with code {@code UPSTREAM} if the native library cannot be had or loaded
     */
    public static synchronized PtNDManager start(int threads, Place place) {
        // the engine is pinned by the build; it must never look for another one on the network
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("DJL_OFFLINE", "true");
        try {
            Engine.getEngine("PyTorch");
            JniUtils.setNumThreads(threads);
            JniUtils.setGraphExecutorOptimize(false);
            // a new thread would record gradients
            JniUtils.setGradMode(false);
            return (PtNDManager) NDManager.newBaseManager(place.isCuda() ? Device.gpu(0) : Device.cpu(), "PyTorch");
        } catch (EngineException | UnsatisfiedLinkError failure) {
            throw new ModelException(
                    Code.UPSTREAM, "the PyTorch library cannot be loaded: " + failure.getMessage(), failure);
        }
    }

    /** @return library and version */
    public static String version() {
        return "libtorch-" + Engine.getEngine("PyTorch").getVersion();
    }
}
