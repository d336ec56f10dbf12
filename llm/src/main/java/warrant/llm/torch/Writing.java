package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Ending;
import warrant.llm.Context.Piece;
import warrant.llm.Context.Token;
import warrant.llm.Generation;
import warrant.llm.decode.Acceptor;
import warrant.llm.decode.Forced;
import warrant.llm.decode.Lookup;
import warrant.llm.decode.Sampler;
import warrant.llm.decode.Unfolding;

/**
 * An answer as it is being written. Each step it gives rows to the model, the last token and guesses of what may follow
 * it, and takes as many predictions as its guesses were right: so guessing changes the time and never the text. For the
 * thread that computes.
 */
final class Writing {
    /** Room for keys and values grows by so many positions. */
    private static final int MORE = 256;

    private final TorchLanguageModel model;
    private final Generation how;
    private final Consumer<Piece> listener;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Completion> done = new CompletableFuture<>();
    private final Lookup lookup = new Lookup();
    private final Guessing guessing = new Guessing();
    private final Sampler sampler;
    private final Unfolding text;
    private final List<Token> told = new ArrayList<>();
    private int pieces;
    private Acceptor.State at;
    private @Nullable IValue state;
    private int read;
    private int room;
    private int written;
    private int last;
    private int[] guesses = {};
    private double logProbability;

    Writing(TorchLanguageModel model, Generation how, String lead, Consumer<Piece> listener) {
        this.model = model;
        this.how = how;
        this.listener = listener;
        this.sampler = new Sampler(how.sampling());
        this.text = new Unfolding(how.stops());
        this.at = model.acceptors().of(how.constraint(), lead).start();
    }

    /**
     * @param prompt all tokens that were read
     * @param asked the state after them, with the next prediction; belongs to this from now on
     */
    void begin(int[] prompt, IValue asked) {
        for (int token : prompt) {
            lookup.add(token);
            sampler.see(token);
        }
        read = prompt.length;
        room = read;
        state = asked;
        take(List.of(model.decoder().prediction(asked, 0)));
    }

    /** @return the answer, once it is there */
    CompletableFuture<Completion> done() {
        return done;
    }

    /** Ends it without an answer. */
    void fail(Throwable reason) {
        done.completeExceptionally(reason);
        free();
    }

    private void free() {
        if (state != null) {
            state.close();
            state = null;
        }
    }

    /** Ends it where it is if its time is over. @return whether nothing more is to be done */
    boolean isOver() {
        if (!done.isDone() && System.nanoTime() - begun > how.most().toNanos()) {
            finish(Ending.TIME);
        }
        if (done.isDone()) {
            free();
        }
        return done.isDone();
    }

    /** @param most rows that are free, at least 1 */
    Decoder.Rows rows(int most) {
        int free = Math.min(most, how.maxTokens() - written) - 1;
        int[] forced = free > 0 ? model.tokenizer().encode(Forced.text(at)) : new int[0];
        guesses = forced.length > 0
                ? Arrays.copyOf(forced, Math.min(free, forced.length))
                : lookup.guess(Math.min(free, guessing.most()));
        int begin = read + written - 1;
        grow(begin + 1 + guesses.length);
        int[] tokens = TorchLanguageModel.join(new int[] {last}, guesses);
        return new Decoder.Rows(held(), begin, tokens);
    }

    private IValue held() {
        if (state == null) {
            throw new IllegalStateException("the answer has ended");
        }
        return state;
    }

    private void grow(int positions) {
        if (positions > room) {
            room = positions + MORE;
            try (IValue before = held()) {
                state = model.decoder().room(before, room);
            }
        }
    }

    /** @param predictions after each of the rows that this gave last */
    void take(List<Prediction> predictions) {
        int right = 0;
        for (Prediction prediction : predictions) {
            boolean guessed = right > 0;
            if (guessed && guesses[right - 1] != last) {
                break;
            }
            right++;
            if (!one(prediction)) {
                break;
            }
        }
        guessing.was(guesses.length, right - 1);
    }

    /** @return whether the answer goes on */
    private boolean one(Prediction prediction) {
        int token = choose(prediction);
        if (token < 0) {
            finish(Ending.MODEL);
            return false;
        }
        written++;
        last = token;
        lookup.add(token);
        sampler.see(token);
        logProbability += prediction.logProbability(token);
        tell(prediction, token);
        at = after(token);
        text.add(model.tokenizer().bytes(token));
        if (text.stopped()) {
            finish(Ending.STOP);
        } else if (at.onlyComplete()) {
            finish(Ending.MODEL);
        } else if (written == how.maxTokens()) {
            finish(Ending.TOKENS);
        } else if (at.text().isEmpty()) {
            listen(text.more());
        }
        return !done.isDone();
    }

    private void tell(Prediction prediction, int token) {
        if (how.alternatives() > 0) {
            List<Token> others = IntStream.of(prediction.top())
                    .limit(how.alternatives())
                    .mapToObj(other -> token(prediction, other, List.of()))
                    .toList();
            told.add(token(prediction, token, others));
        }
    }

    private Token token(Prediction prediction, int token, List<Token> others) {
        byte[] bytes = model.tokenizer().bytes(token);
        List<Integer> utf8 =
                IntStream.range(0, bytes.length).mapToObj(i -> bytes[i] & 0xFF).toList();
        return new Token(utf8, prediction.logProbability(token), others);
    }

    private void listen(String more) {
        if (!more.isEmpty()) {
            listener.accept(new Piece(more, told.subList(pieces, told.size())));
            pieces = told.size();
        }
    }

    /** @return the token that follows, or -1 if ending is likelier, is drawn, or all that may be */
    private int choose(Prediction prediction) {
        boolean mayEnd = at.complete();
        BitSet ends = model.ends();
        if (!sampler.takesTheLikeliest()) {
            BitSet allowed = model.vocabulary().allowed(at);
            if (mayEnd) {
                allowed.or(ends);
            }
            int chosen = allowed.isEmpty() ? -1 : sampler.choose(prediction.logits(), allowed);
            return chosen < 0 || ends.get(chosen) ? -1 : chosen;
        }
        int best = likeliest(prediction);
        float[] logits = prediction.logits();
        if (mayEnd && (best < 0 || ends.stream().anyMatch(end -> logits[end] >= logits[best]))) {
            return -1;
        }
        return best;
    }

    private int likeliest(Prediction prediction) {
        for (int token : prediction.top()) {
            if (!model.ends().get(token) && next(token) != null) {
                return token;
            }
        }
        return model.vocabulary().best(prediction.logits(), at);
    }

    private Acceptor.@Nullable State next(int token) {
        Acceptor.@Nullable State next = at;
        for (byte b : model.tokenizer().bytes(token)) {
            next = next == null ? null : next.next(b & 0xFF);
        }
        return next;
    }

    private Acceptor.State after(int token) {
        Acceptor.State next = next(token);
        if (next == null) {
            throw new IllegalStateException("token " + token + " was chosen though it may not follow");
        }
        return next;
    }

    private void finish(Ending ending) {
        text.end();
        String whole = at.text().orElseGet(text::text);
        listen(at.text().isPresent() ? whole : text.more());
        done.complete(new Completion(whole, logProbability, written, read, ending, told));
    }
}
