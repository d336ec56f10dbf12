package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.llm.Constraint;
import warrant.llm.Context.Completion;
import warrant.llm.decode.Acceptor;

/** An answer as it is being written, always with the likeliest token that may come next. */
final class Writing {
    private final TorchLanguageModel model;
    private final Acceptor acceptor;
    private final int maxTokens;
    private final List<Integer> written = new ArrayList<>();
    private double logProbability;

    Writing(TorchLanguageModel model, Constraint constraint, String lead, int maxTokens) {
        this.model = model;
        this.acceptor = Acceptor.of(constraint, lead);
        this.maxTokens = maxTokens;
    }

    /**
     * @param asked the state after the question, with the next prediction; is closed
     * @param read its positions
     */
    Completion run(IValue asked, int read) {
        Acceptor.State at = acceptor.start();
        IValue state = asked;
        try {
            while (true) {
                float[] logits = model.decoder().allLogits(state, 0);
                int token = choose(logits, at);
                if (token < 0) {
                    return completion(at, true);
                }
                logProbability += logits[token] - logSum(logits);
                written.add(token);
                at = after(at, token);
                if (at.onlyComplete()) {
                    return completion(at, true);
                }
                if (written.size() == maxTokens) {
                    return completion(at, false);
                }
                Worker.pause();
                Batch batch = new Batch(read + written.size() - 1);
                batch.want(batch.add(new int[] {token}, Batch.PREFIX));
                try (IValue before = state) {
                    state = model.decoder().step(before, batch, true);
                }
            }
        } finally {
            state.close();
        }
    }

    /** @return the likeliest token that may follow, or -1 if ending is likelier or all that may be */
    private int choose(float[] logits, Acceptor.State at) {
        int best = model.vocabulary().best(logits, at);
        boolean mayEnd = at.complete();
        if (mayEnd && (best < 0 || endLogit(logits) >= logits[best])) {
            return -1;
        }
        return best;
    }

    /** The likeliest of the marks with which a model may end: whichever it chooses, it says no more. */
    private float endLogit(float[] logits) {
        float most = logits[model.tokenizer().endOfTurn()];
        for (int token = 0; token < model.tokenizer().size(); token++) {
            if (model.tokenizer().isControl(token)) {
                most = Math.max(most, logits[token]);
            }
        }
        return most;
    }

    private Acceptor.State after(Acceptor.State at, int token) {
        Acceptor.@Nullable State next = at;
        for (byte b : model.tokenizer().bytes(token)) {
            next = next == null ? null : next.next(b & 0xFF);
        }
        if (next == null) {
            throw new IllegalStateException("token " + token + " was chosen though it may not follow");
        }
        return next;
    }

    private Completion completion(Acceptor.State at, boolean finished) {
        String text = at.text().orElseGet(() -> model.tokenizer().decode(written));
        return new Completion(text, logProbability, written.size(), finished);
    }

    private static double logSum(float[] logits) {
        float most = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - most);
        }
        return most + Math.log(sum);
    }
}
