package warrant.llm.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import warrant.llm.Context;
import warrant.llm.Generation;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** Keys and values of a text, and the questions about it. */
final class TorchContext implements Context {
    private final TorchLanguageModel model;
    private final String text;
    private final IValue state;
    private final int[] tokens;
    private final int read;
    private final boolean asked;

    private TorchContext(TorchLanguageModel model, String text, boolean asked, IValue state, int[] tokens) {
        this.model = model;
        this.text = text;
        this.asked = asked;
        this.state = state;
        this.tokens = tokens.clone();
        this.read = tokens.length;
    }

    /**
     * Runs on the worker.
     *
     * @param asked whether the tokens end where the model is to speak
     */
    static TorchContext read(TorchLanguageModel model, String text, boolean asked, int[] tokens) {
        Prefixes.Found found = model.prefixes().find(tokens);
        int[] rest = Arrays.copyOfRange(tokens, found.tokens(), tokens.length);
        IValue state = extend(model.decoder(), found.state(), found.tokens(), rest);
        model.prefixes().keep(tokens, state);
        return new TorchContext(model, text, asked, state, tokens);
    }

    /** Reads on, piece by piece. The last token's prediction is wanted. Closes the state that it was given. */
    private static IValue extend(Decoder decoder, IValue from, int read, int[] tokens) {
        IValue state = from;
        for (int at = 0; at < tokens.length; at += TorchLanguageModel.BATCH_TOKENS) {
            Batch batch = new Batch(read + at);
            int end = Math.min(tokens.length, at + TorchLanguageModel.BATCH_TOKENS);
            int last = batch.add(Arrays.copyOfRange(tokens, at, end), Batch.PREFIX);
            if (end == tokens.length) {
                batch.want(last);
            }
            try (IValue before = state) {
                Worker.pause();
                state = decoder.step(before, batch, true);
            }
        }
        return state;
    }

    @Override
    public List<double[]> choose(List<Question> questions) {
        List<Options> options = questions.stream()
                .map(question -> Options.variants(model.tokenizer(), question))
                .toList();
        boolean whole = options.stream().anyMatch(Options::whole);
        return ask(questions, options, whole).stream().map(TorchContext::shares).toList();
    }

    @Override
    public List<List<Score>> score(List<Question> questions) {
        List<Options> options = questions.stream()
                .map(question -> Options.exact(model.tokenizer(), question))
                .toList();
        List<List<double[]>> sums = ask(questions, options, true);
        return IntStream.range(0, questions.size())
                .mapToObj(q -> IntStream.range(0, sums.get(q).size())
                        .mapToObj(o -> new Score(
                                sums.get(q).get(o)[0],
                                options.get(q).sequences().get(o).get(0).length))
                        .toList())
                .toList();
    }

    /** @return for each question, for each option, the number of each of its writings */
    private List<List<double[]>> ask(List<Question> questions, List<Options> options, boolean whole) {
        List<int[]> suffixes = questions.stream()
                .map(question -> suffix(question.text(), question.lead()))
                .toList();
        return model.worker().run(() -> {
            Asking asking = new Asking(model.decoder(), state, read, model.window(), whole);
            List<List<double[]>> sums = new ArrayList<>();
            for (int q = 0; q < suffixes.size(); q++) {
                int[] question = suffixes.get(q);
                sums.add(options.get(q).sequences().stream()
                        .map(writings -> asking.ask(question, writings))
                        .toList());
            }
            asking.finish();
            return sums;
        });
    }

    /** @return the probability of each option among them: of all its writings together */
    private static double[] shares(List<double[]> numbers) {
        double most = numbers.stream().flatMapToDouble(Arrays::stream).max().orElse(0);
        double[] shares = numbers.stream()
                .mapToDouble(writings ->
                        Arrays.stream(writings).map(x -> Math.exp(x - most)).sum())
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** @return the tokens from the end of the text to where the model is to go on */
    int[] suffix(String question, String lead) {
        if (asked) {
            if (!question.isEmpty()) {
                throw new ModelException(Code.USER, "a conversation that was read is answered, not asked about");
            }
            return model.tokenizer().encode(lead);
        }
        boolean apart = text.isEmpty()
                || question.isEmpty()
                || Character.isWhitespace(text.charAt(text.length() - 1))
                || Character.isWhitespace(question.charAt(0));
        return TorchLanguageModel.join(
                model.tokenizer().encode(apart ? question : "\n\n" + question),
                model.tokenizer().encode(model.template().closing(), lead));
    }

    @Override
    public Completion complete(String question, String lead, Generation how, Consumer<Piece> listener) {
        return write(suffix(question, lead), lead, how, listener);
    }

    /** @param more tokens between what was read and the answer, lead and all */
    Completion write(int[] more, String lead, Generation how, Consumer<Piece> listener) {
        int[] prompt = TorchLanguageModel.join(tokens, more);
        if (prompt.length + how.maxTokens() > model.window()) {
            throw new ModelException(
                    Code.LIMIT,
                    "%d tokens after %d do not fit the window of %d"
                            .formatted(how.maxTokens(), prompt.length, model.window()));
        }
        Writing answer = new Writing(model, how, lead, listener);
        return model.writers().write(answer, () -> {
            answer.begin(prompt, extend(model.decoder(), share(), read, more));
            return answer;
        });
    }

    /** @return the logits of what follows when these tokens are read too */
    float[] after(int[] more) {
        return model.worker().run(() -> {
            try (IValue after = extend(model.decoder(), share(), read, more)) {
                return model.decoder().prediction(after, 0).logits();
            }
        });
    }

    /** @return another handle on the state, whose tensors no step changes */
    private IValue share() {
        return model.decoder().share(state);
    }

    @Override
    public void close() {
        model.worker().run(() -> {
            state.close();
            return read;
        });
    }
}
