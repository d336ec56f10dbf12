package warrant.llm.torch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.FourBits;

/**
 * Decides where a model is run and in which precisions: the one place that does. Texts are read and decisions taken in
 * one precision, answers are written token by token in another where that is faster.
 */
public final class PrecisionPolicy {
    /** Below so many weights F32 is fast enough, and rounding to bytes costs more than it saves. */
    private static final long SMALL = 400_000_000;

    /** What a process needs besides: libraries, token vectors that were touched, states on the way. */
    private static final long BESIDES = 700L << 20;

    /**
     * What was decided.
     *
     * @param bytes of memory that weights and a full window take, by count
     * @param reason in words, for people
     */
    public record Choice(Place place, Precision reading, Precision writing, long bytes, String reason) {
        /** @return one precision for all, asked of nobody */
        static Choice of(Place place, Precision precision) {
            return new Choice(place, precision, precision, 0, "as given");
        }

        /** @return as in a model profile */
        public String id() {
            return writing == reading ? reading.id() : reading.id() + "+" + writing.id();
        }
    }

    private record Pair(Precision reading, Precision writing) {}

    private final Machine machine;
    private final Checkpoint file;
    private final long window;
    private final boolean fourBits;

    private PrecisionPolicy(Machine machine, Checkpoint file, long window) {
        this.machine = machine;
        this.file = file;
        this.window = window;
        long four = file.tensors().values().stream()
                .filter(tensor -> FourBits.holds(tensor.type()))
                .mapToLong(tensor -> (long) tensor.rows() * tensor.columns())
                .sum();
        this.fourBits = 2 * four > file.numbers();
    }

    /**
     * What is set holds; what is not is chosen by the processor and, of what it does well, by the memory that is free.
     *
     * @param window bytes of keys and values of a full window
     * @throws ModelException with code {@code USER} if what is set cannot be had here
     */
    static Choice choose(Checkpoint file, Settings settings, Machine machine, long window) {
        PrecisionPolicy policy = new PrecisionPolicy(machine, file, window);
        Place place = settings.place().orElse(machine.cuda() ? Place.CUDA : Place.PROCESSOR);
        if (place.isCuda() && !machine.cuda()) {
            throw new ModelException(
                    Code.USER,
                    "no graphics processor can be used: none was found, or Warrant was built without its library."
                            + " Maybe build with WARRANT_CUDA=1, or leave WARRANT_DEVICE unset");
        }
        Choice choice = place.isCuda() ? policy.onCuda(settings) : policy.onProcessor(settings);
        policy.require(choice);
        return choice;
    }

    private Choice onCuda(Settings settings) {
        Precision reading = settings.precision().orElse(Precision.BF16);
        return choice(
                Place.CUDA, new Pair(reading, settings.writing().orElse(reading)), "a graphics processor is here");
    }

    private Choice onProcessor(Settings settings) {
        if (settings.precision().isPresent()) {
            Precision reading = settings.precision().get();
            return choice(new Pair(reading, settings.writing().orElse(reading)), "as set");
        }
        if (settings.writing().isPresent()) {
            return choice(new Pair(fastest(), settings.writing().get()), "as set for writing");
        }
        Set<Pair> pairs = pairs();
        for (Pair pair : pairs) {
            if (bytes(pair) + BESIDES <= machine.free()) {
                boolean first = pair.equals(pairs.iterator().next());
                return choice(pair, first ? "fastest here" : "fits into the memory that is free");
            }
        }
        Pair least = List.copyOf(pairs).getLast();
        return choice(least, "least memory; not even that is free");
    }

    /** @return what could be chosen, the fastest first, the one of least memory last */
    private Set<Pair> pairs() {
        Precision reading = fastest();
        Set<Pair> pairs = new LinkedHashSet<>();
        pairs.add(new Pair(reading, writing(reading)));
        pairs.add(new Pair(reading, reading));
        if (file.numbers() >= SMALL) {
            for (Precision less : List.of(Precision.INT8, Precision.INT4)) {
                if (machine.supports(less) && (less == Precision.INT8 || fourBits)) {
                    pairs.add(new Pair(less, less));
                }
            }
        }
        return pairs;
    }

    private Precision fastest() {
        if (machine.fastHalves() && machine.supports(Precision.BF16)) {
            return Precision.BF16;
        }
        return file.numbers() >= SMALL && machine.supports(Precision.INT8) ? Precision.INT8 : Precision.F32;
    }

    /** Written is in the file's own 4 bits, where it has them: a token at a time reads all weights. */
    private Precision writing(Precision reading) {
        boolean pays = file.numbers() >= SMALL && fourBits;
        return pays && machine.supports(Precision.INT4) ? Precision.INT4 : reading;
    }

    private long bytes(Pair pair) {
        long reading = (long) (matrices() * pair.reading().bytesOfNumber());
        long writing = pair.writing() == pair.reading()
                ? 0
                : (long) (matrices() * pair.writing().bytesOfNumber());
        return reading + writing + window;
    }

    /** Token vectors stay in the file; where no other head is there, they are packed as one. */
    private long matrices() {
        boolean tied = file.find("output.weight").isEmpty();
        long words = file.find("token_embd.weight")
                .map(tensor -> (long) tensor.rows() * tensor.columns())
                .orElse(0L);
        return file.numbers() - (tied ? 0 : words);
    }

    private Choice choice(Pair pair, String reason) {
        return choice(Place.PROCESSOR, pair, reason);
    }

    private Choice choice(Place place, Pair pair, String reason) {
        String memory = place.isCuda()
                ? ""
                : "; %.1f of %.1f GB that are free".formatted(bytes(pair) / 1e9, machine.free() / 1e9);
        return new Choice(place, pair.reading(), pair.writing(), bytes(pair), reason + memory);
    }

    private void require(Choice choice) {
        for (Precision precision : List.of(choice.reading(), choice.writing())) {
            boolean can = choice.place().isCuda()
                    ? precision == Precision.F32 || precision == Precision.BF16
                    : machine.supports(precision);
            if (!can) {
                throw new ModelException(
                        Code.USER,
                        "this %s cannot compute in %s. Maybe leave the choice to us"
                                .formatted(
                                        choice.place().isCuda() ? "graphics processor" : "processor", precision.id()));
            }
        }
    }
}
