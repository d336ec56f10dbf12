package warrant.llm.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import warrant.llm.Encoder;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** The encoder in a child process. */
final class ProcessEncoder implements Encoder {

    private final ModelProcess process;
    private final Request.OpenEncoder open;
    private final int dimension;
    private volatile boolean closed;

    private ProcessEncoder(ModelProcess process, Request.OpenEncoder open, int dimension) {
        this.process = process;
        this.open = open;
        this.dimension = dimension;
    }

    static ProcessEncoder open(ModelProcess process, Optional<Path> folder, int threads) {
        String place = folder.map(path -> path.toAbsolutePath().toString()).orElse(null);
        Request.OpenEncoder open = new Request.OpenEncoder(place, threads);
        return new ProcessEncoder(process, open, process.attempt(link -> link.open(open, Integer.class)));
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public List<float[]> encode(List<String> texts) {
        if (closed) {
            throw new ModelException(Code.USER, "the encoder has been closed");
        }
        return process.attempt(link -> {
            link.open(open, Integer.class);
            return link.call(new Request.Encode(texts), Vectors.class).list();
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
