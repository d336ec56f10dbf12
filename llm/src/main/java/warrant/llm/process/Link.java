package warrant.llm.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** One child, from its start to its end. Safe for many threads. */
final class Link implements AutoCloseable {
    private static final int SECONDS_TO_END = 5;
    private static final int KILLED = 137;

    private final Process process;
    private final Wire wire;
    private final AtomicLong calls = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<Long, Consumer<JsonNode>> listening = new ConcurrentHashMap<>();
    private final Map<Request, CompletableFuture<JsonNode>> opened = new ConcurrentHashMap<>();
    private volatile boolean over;

    /** The child died before it answered. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Code code;

        private Gone(Code code, String message) {
            super(message);
            this.code = code;
        }

        Code code() {
            return code;
        }
    }

    Link(Process process, Wire wire) {
        this.process = process;
        this.wire = wire;
        Thread.ofPlatform().name("warrant-llm-answers").daemon().start(this::answers);
    }

    boolean isOver() {
        return over;
    }

    long pid() {
        return process.pid();
    }

    /** Opens a model, once, however often it is asked for; who is interrupted stops waiting and nothing else. */
    <T> T open(Request request, Class<T> type) {
        CompletableFuture<JsonNode> answer =
                opened.computeIfAbsent(request, unknown -> submit(calls.incrementAndGet(), unknown));
        try {
            return Wire.value(await(answer), type);
        } catch (ModelException | Gone failure) {
            if (answer.isCompletedExceptionally()) {
                opened.remove(request, answer);
            }
            throw failure;
        }
    }

    /**
     * @throws ModelException as the child threw it; with code {@code LIMIT} if the caller was interrupted
     * @throws Gone if the child ended before it answered
     */
    <T> T call(Request request, Class<T> type) {
        return call(request, type, part -> {});
    }

    /** @param listener is told what comes before the answer, on a thread that must not be held up */
    <T> T call(Request request, Class<T> type, Consumer<JsonNode> listener) {
        long id = calls.incrementAndGet();
        listening.put(id, listener);
        CompletableFuture<JsonNode> answer = submit(id, request);
        try {
            return Wire.value(await(answer), type);
        } finally {
            listening.remove(id);
            if (waiting.remove(id) != null && !over) {
                send(calls.incrementAndGet(), new Request.Cancel(id));
            }
        }
    }

    /** Asks for something whose answer nobody waits for. */
    void tell(Request request) {
        send(calls.incrementAndGet(), request);
    }

    private CompletableFuture<JsonNode> submit(long id, Request request) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        send(id, request);
        return answer;
    }

    private void send(long id, Request request) {
        try {
            wire.send(new Wire.Asked(id, request));
        } catch (IOException broken) {
            throw gone();
        }
        if (over) {
            throw gone();
        }
    }

    private static JsonNode await(CompletableFuture<JsonNode> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ModelException(Code.LIMIT, "the model's work was interrupted", stop);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case ModelException known -> throw new ModelException(known.code(), told(known), known);
                case Gone gone -> throw gone;
                case null, default -> throw new IllegalStateException(failure);
            }
        }
    }

    private static String told(ModelException known) {
        return Optional.ofNullable(known.getMessage()).orElse("");
    }

    private void answers() {
        try {
            for (Optional<Wire.Answered> next = receive(); next.isPresent(); next = receive()) {
                complete(next.get());
            }
        } catch (IOException broken) {
            process.destroyForcibly();
        }
        over = true;
        waiting.values().forEach(answer -> answer.completeExceptionally(gone()));
    }

    private Optional<Wire.Answered> receive() throws IOException {
        return wire.receive(Wire.Answered.class);
    }

    private void complete(Wire.Answered answered) {
        if (answered.more()) {
            tell(answered);
            return;
        }
        CompletableFuture<JsonNode> answer = waiting.remove(answered.id());
        if (answer == null) {
            return;
        }
        String code = answered.code();
        if (code == null) {
            answer.complete(answered.value());
        } else {
            String problem = Optional.ofNullable(answered.problem()).orElse("");
            answer.completeExceptionally(new ModelException(Code.valueOf(code), problem));
        }
    }

    private void tell(Wire.Answered answered) {
        Consumer<JsonNode> listener = listening.get(answered.id());
        JsonNode part = answered.value();
        CompletableFuture<JsonNode> answer = waiting.get(answered.id());
        if (listener == null || part == null || answer == null || answer.isDone()) {
            return;
        }
        try {
            listener.accept(part);
        } catch (RuntimeException failure) {
            // its call ends; this thread has those of others to answer
            answer.completeExceptionally(new ModelException(Code.US, "the listener failed: " + failure, failure));
        }
    }

    private Gone gone() {
        over = true;
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Gone(Code.LIMIT, "the model's process ended while the caller was interrupted");
        }
        int code = process.exitValue();
        return code == KILLED
                ? new Gone(Code.LIMIT, "the model's process was killed. Maybe the machine ran out of memory")
                : new Gone(Code.US, "the model's process ended with code " + code);
    }

    /** Ends the child at once: it keeps nothing. */
    @Override
    public void close() {
        over = true;
        process.destroyForcibly();
        try {
            wire.close();
        } catch (IOException ended) {
            process.destroyForcibly();
        }
    }
}
