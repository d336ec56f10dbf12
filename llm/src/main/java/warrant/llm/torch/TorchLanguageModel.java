package warrant.llm.torch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import warrant.llm.Context;
import warrant.llm.LanguageModel;
import warrant.llm.Message;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.ModelProfile;
import warrant.llm.decode.Acceptors;
import warrant.llm.decode.Vocabulary;
import warrant.llm.token.ChatTemplate;
import warrant.llm.token.Tokenizer;
import warrant.llm.weights.Checkpoint;

/** A language model from its file or folder, run by PyTorch on the processor. */
public final class TorchLanguageModel implements LanguageModel {
    /** Tokens that go through the model together. Part of what the numbers depend on, so it is fixed. */
    static final int BATCH_TOKENS = 256;

    /** Memory for what was read lately: 4,600 tokens of the default model. */
    private static final long PREFIX_BYTES = 256L << 20;

    private static final int SURPRISE_WINDOW = 512;

    private final Worker worker;
    private final Decoder decoder;
    private final Prefixes prefixes;
    private final Writers writers;
    private final BitSet ends;
    private final Tokenizer tokenizer;
    private final Optional<ChatTemplate> template;
    private final Vocabulary vocabulary;
    private final Acceptors acceptors = new Acceptors();
    private final ModelProfile profile;
    private final int window;

    private TorchLanguageModel(
            Worker worker,
            Decoder decoder,
            Tokenizer tokenizer,
            Optional<ChatTemplate> template,
            ModelProfile profile,
            int window) {
        this.worker = worker;
        this.decoder = decoder;
        this.prefixes = new Prefixes(decoder, PREFIX_BYTES / decoder.bytesOfToken());
        this.writers = new Writers(worker, decoder);
        this.ends = tokenizer.controls();
        this.tokenizer = tokenizer;
        this.template = template;
        this.vocabulary = new Vocabulary(tokenizer);
        this.profile = profile;
        this.window = window;
    }

    /**
     * Loads a model; takes seconds and the memory of its weights.
     *
     * @throws ModelException with code {@code USER} if the file holds a model that cannot be run, {@code UPSTREAM} if
     *     it is damaged or the native library cannot be loaded
     */
    public static TorchLanguageModel open(Path file, Settings settings) {
        Worker worker = new Worker(false);
        Checkpoint checkpoint = Checkpoint.open(file);
        CompletableFuture<String> digest =
                CompletableFuture.supplyAsync(() -> settings.sha256().orElseGet(checkpoint::sha256));
        try {
            DecoderShape shape = DecoderShape.of(checkpoint);
            Tokenizer tokenizer = Tokenizer.of(checkpoint);
            Optional<ChatTemplate> template = ChatTemplate.find(checkpoint);
            int window = Math.min(settings.window(), shape.window());
            PrecisionPolicy.Choice choice = choice(checkpoint, settings, shape);
            Decoder decoder = worker.run(() -> Decoder.load(checkpoint, shape, choice, settings.threads(), window));
            String kernels = choice.place().isCuda() ? choice.place().id() : Processor.kernels();
            ModelProfile profile = new ModelProfile(
                    settings.name(), digest.join(), choice.id(), TorchEngine.version() + "-" + kernels);
            return new TorchLanguageModel(worker, decoder, tokenizer, template, profile, window);
        } catch (RuntimeException failure) {
            worker.close();
            checkpoint.close();
            throw failure;
        }
    }

    static PrecisionPolicy.Choice choice(Checkpoint file, Settings settings, DecoderShape shape) {
        long tokens = Math.min(settings.window(), shape.window());
        return PrecisionPolicy.choose(file, settings, Machine.here(), tokens * Float.BYTES * shape.keptNumbers());
    }

    @Override
    public ModelProfile profile() {
        return profile;
    }

    @Override
    public Context read(String system, String text) {
        if (system.isEmpty()) {
            return open(text, tokenizer.encode(template().opening(), text));
        }
        return open(
                text,
                join(
                        tokenizer.encode(template().systemOpening(), system),
                        tokenizer.encode(template().systemClosing(), text)));
    }

    @Override
    public Context converse(List<Message> messages) {
        List<int[]> parts = new ArrayList<>();
        for (ChatTemplate.Part part : template().conversation(messages)) {
            parts.add(part.marks() ? tokenizer.encodeTemplate(part.text()) : tokenizer.encode(part.text()));
        }
        return open("", true, join(parts.toArray(int[][]::new)));
    }

    /** @return a context after these tokens, whatever they are */
    TorchContext open(String text, int[] tokens) {
        return open(text, false, tokens);
    }

    private TorchContext open(String text, boolean asked, int[] tokens) {
        if (tokens.length >= window) {
            throw new ModelException(
                    Code.LIMIT, "a text of %d tokens does not fit the window of %d".formatted(tokens.length, window));
        }
        return worker.run(() -> TorchContext.read(this, text, asked, tokens));
    }

    /**
     * Memory that is needed by count, in bytes.
     *
     * @param reading weights for reading and deciding
     * @param writing weights for writing answers, 0 while they are the same or not loaded
     * @param kept keys and values of what was read lately
     */
    public record Footprint(long reading, long writing, long kept) {
        /** @return weights that are read for each token that is written alone */
        public long perToken() {
            return writing > 0 ? writing : reading;
        }

        public long all() {
            return reading + writing + kept;
        }
    }

    /** @return tokens that go through the model together when texts are read and questions asked */
    public static int batchTokens() {
        return BATCH_TOKENS;
    }

    public Footprint footprint() {
        return worker.run(() -> {
            long[] weights = decoder.bytesOfWeights();
            return new Footprint(weights[0], weights[1], prefixes.held() * decoder.bytesOfToken());
        });
    }

    @Override
    public int count(String text) {
        return tokenizer.encode(text).length;
    }

    /** @return the raw logits after each of the tokens, {@code (tokens, vocabulary)}; for few tokens */
    float[][] logits(int[] tokens) {
        return worker.run(() -> decoder.allLogits(tokens));
    }

    /**
     * @param most tokens of a text that count
     * @return how surprised the model is by each token of a text on average, in nats, read in windows of 512 tokens
     *     that each begin anew; its exponential is the perplexity
     */
    public double surprise(String text, int most) {
        int[] all = tokenizer.encode(text);
        int[] tokens = Arrays.copyOf(all, Math.min(all.length, most));
        if (tokens.length < 2) {
            throw new ModelException(Code.USER, "a text of " + tokens.length + " tokens tells nothing of a model");
        }
        double sum = 0;
        int counted = 0;
        for (int begin = 0; begin + 1 < tokens.length; begin += SURPRISE_WINDOW) {
            int[] some = Arrays.copyOfRange(tokens, begin, Math.min(tokens.length, begin + SURPRISE_WINDOW));
            int[] whole = tokenizer.beginning().isPresent()
                    ? join(new int[] {tokenizer.beginning().getAsInt()}, some)
                    : some;
            sum -= worker.run(() -> decoder.logProbability(whole));
            counted += whole.length - 1;
        }
        return sum / counted;
    }

    /** @return the parts in one piece */
    static int[] join(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    Worker worker() {
        return worker;
    }

    Decoder decoder() {
        return decoder;
    }

    /** @return what was read lately; for the worker */
    Prefixes prefixes() {
        return prefixes;
    }

    Writers writers() {
        return writers;
    }

    /** @return the tokens with which an answer may end; not to be changed */
    BitSet ends() {
        return ends;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    /** @throws ModelException with code {@code USER} if the model was not made to be talked to */
    ChatTemplate template() {
        return template.orElseThrow(() -> new ModelException(
                Code.USER,
                "the model " + profile.name() + " has no chat template: it was not trained to follow instructions."
                        + " Maybe there is one with 'Instruct' in its name"));
    }

    Acceptors acceptors() {
        return acceptors;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int window() {
        return window;
    }

    @Override
    public void close() {
        worker.run(() -> {
            writers.close();
            prefixes.close();
            decoder.close();
            return decoder;
        });
        worker.close();
    }
}
