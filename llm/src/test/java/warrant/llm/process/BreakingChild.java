package warrant.llm.process;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.file.Path;
import warrant.llm.Context;
import warrant.llm.LanguageModel;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.ModelProfile;
import warrant.llm.torch.Place;
import warrant.llm.torch.TorchEngine;

/** A child whose native library aborts when it is asked to, and that can be slow. */
final class BreakingChild {
    static final String ABORT = "abort";
    static final String SLOW = "slow";

    private BreakingChild() {}

    public static void main(String[] arguments) {
        Child.serve(Path.of(arguments[0]), request -> new Breaking(Child.load(request)));
    }

    private record Breaking(LanguageModel inner) implements LanguageModel {
        @Override
        public ModelProfile profile() {
            return inner.profile();
        }

        @Override
        public Context read(String system, String text) {
            return inner.read(system, text);
        }

        @Override
        public int count(String text) {
            switch (text) {
                case ABORT -> abort();
                case SLOW -> sleep();
                default -> {
                    return inner.count(text);
                }
            }
            return 0;
        }

        /** DJL's native code throws where nothing catches when it is asked for this type. */
        private static void abort() {
            try (PtNDManager manager = TorchEngine.start(1, Place.PROCESSOR)) {
                manager.zeros(new Shape(1), DataType.BFLOAT16);
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException stop) {
                throw new ModelException(Code.LIMIT, "interrupted", stop);
            }
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
