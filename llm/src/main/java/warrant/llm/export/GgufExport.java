package warrant.llm.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.token.Splitting;
import warrant.llm.torch.Rope;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.Checkpoint.Convention;
import warrant.llm.weights.Dequantiser;
import warrant.llm.weights.HuggingFaceTokenizer;
import warrant.llm.weights.Tensor;
import warrant.llm.weights.TensorType;

/** Writes a checkpoint as a GGUF file. Matrices get the wanted type, what steers (norms, routers) stays in F32. */
public final class GgufExport {
    private static final int ALIGNMENT = 32;
    private static final int PIECE = 1 << 28;
    private static final Map<TensorType, Long> FILE_TYPES =
            Map.of(TensorType.F32, 0L, TensorType.F16, 1L, TensorType.Q4_0, 2L, TensorType.Q8_0, 7L);
    private static final Pattern EXPERT = Pattern.compile("(blk\\.\\d+\\.ffn_(?:gate|up|down))\\.(\\d+)\\.weight");
    /** Kinds whose files hold the pairs of a head that are turned together side by side. */
    private static final Set<String> INTERLEAVED = Set.of("llama", "deepseek");

    private final Checkpoint from;
    private final TensorType wanted;
    private final String kind;
    private final boolean foreign;
    private @Nullable Tensor mapped;
    private int mappedFirst;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    /**
     * A tensor to be written.
     *
     * @param parts one below the other
     */
    private record Entry(String name, TensorType type, List<Tensor> parts) {
        int rows() {
            return parts.size() * parts.get(0).rows();
        }

        int columns() {
            return parts.get(0).columns();
        }

        long bytes() {
            return (long) rows() * (columns() / type.blockNumbers()) * type.blockBytes();
        }
    }

    private GgufExport(Checkpoint from, TensorType wanted) {
        this.from = from;
        this.wanted = wanted;
        this.kind = from.text("general.architecture");
        this.foreign = from.convention() == Convention.HUGGING_FACE;
    }

    /**
     * @param to is replaced if it exists, and appears only when it is whole
     * @param wanted F32, F16, Q8_0 or Q4_0; with Q4_0 the token vectors and the head get Q8_0
     * @throws ModelException with code {@code USER} for another type or if it would replace what it reads or a folder,
     *     {@code UPSTREAM} if the disk refuses
     */
    public static void write(Checkpoint from, Path to, TensorType wanted) {
        if (!FILE_TYPES.containsKey(wanted)) {
            throw new ModelException(Code.USER, "no file is written in " + wanted + ". Maybe you mean q8_0 or q4_0");
        }
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            if (Files.isDirectory(to) || (Files.exists(to) && Files.isSameFile(from.path(), to))) {
                throw new ModelException(
                        Code.USER, to + " is a folder, or the model that is to be written. Maybe name another file");
            }
            try {
                new GgufExport(from, wanted).write(part);
                Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot write " + to + ": " + failure, failure);
        }
    }

    private void write(Path to) throws IOException {
        List<Entry> entries = entries();
        Map<String, Object> metadata = metadata();
        float[] factors = factors();
        GgufMetadata head = new GgufMetadata()
                .int32(0x46554747)
                .int32(3)
                .int64(entries.size() + (factors.length > 0 ? 1 : 0))
                .int64(metadata.size());
        metadata.forEach(head::pair);
        long offset = 0;
        if (factors.length > 0) {
            head.string("rope_freqs.weight")
                    .int32(1)
                    .int64(factors.length)
                    .int32(0)
                    .int64(0);
            offset = aligned(4L * factors.length);
        }
        for (Entry entry : entries) {
            describe(head, entry, offset);
            offset += aligned(entry.bytes());
        }
        try (FileChannel out = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            put(out, ByteBuffer.wrap(head.toBytes()));
            if (factors.length > 0) {
                ByteBuffer bytes = ByteBuffer.allocate(4 * factors.length).order(ByteOrder.LITTLE_ENDIAN);
                Quantiser.write(TensorType.F32, factors, bytes);
                put(out, bytes.flip());
            }
            for (Entry entry : entries) {
                numbers(out, entry);
            }
        }
    }

    private void describe(GgufMetadata head, Entry entry, long offset) {
        boolean experts = entry.name().endsWith("_exps.weight");
        int count = experts ? from.number(kind + ".expert_count", 1, entry.rows()) : 1;
        boolean vector = !experts && entry.rows() == 1;
        head.string(entry.name()).int32(vector ? 1 : experts ? 3 : 2).int64(entry.columns());
        if (!vector) {
            head.int64(entry.rows() / count);
        }
        if (experts) {
            head.int64(count);
        }
        head.int32(entry.type().id()).int64(offset);
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static void put(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        long position = out.position();
        put(out, (int) (aligned(position) - position));
    }

    private static void put(FileChannel out, int zeros) throws IOException {
        ByteBuffer padding = ByteBuffer.allocate(zeros);
        while (padding.hasRemaining()) {
            out.write(padding);
        }
    }

    private List<Entry> entries() {
        Map<String, List<Tensor>> joined = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Tensor>> experts = new LinkedHashMap<>();
        from.tensors().forEach((name, tensor) -> {
            Matcher expert = EXPERT.matcher(name);
            if (expert.matches()) {
                String all = expert.group(1) + "_exps.weight";
                joined.put(all, List.of());
                experts.computeIfAbsent(all, unknown -> new TreeMap<>()).put(Integer.parseInt(expert.group(2)), tensor);
            } else {
                joined.put(name, List.of(tensor));
            }
        });
        experts.forEach((name, parts) -> joined.put(name, List.copyOf(parts.values())));
        List<Entry> entries = new ArrayList<>();
        joined.forEach((name, parts) -> entries.add(new Entry(name, type(name, parts.get(0)), parts)));
        entries.sort(Comparator.comparing(entry -> !entry.name().equals("token_embd.weight")));
        return entries;
    }

    private TensorType type(String name, Tensor tensor) {
        boolean steers = tensor.rows() == 1 || name.contains("norm") || name.contains("ffn_gate_inp");
        if (steers || wanted == TensorType.F32) {
            return TensorType.F32;
        }
        if (tensor.columns() % wanted.blockNumbers() != 0) {
            return TensorType.F16;
        }
        boolean words = name.equals("token_embd.weight") || name.equals("output.weight");
        return words && wanted == TensorType.Q4_0 ? TensorType.Q8_0 : wanted;
    }

    private void numbers(FileChannel out, Entry entry) throws IOException {
        int columns = entry.columns();
        float[] row = new float[columns];
        ByteBuffer bytes = ByteBuffer.allocate(
                        columns / entry.type().blockNumbers() * entry.type().blockBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        long written = 0;
        for (Tensor part : entry.parts()) {
            for (int r = 0; r < part.rows(); r++) {
                read(entry.name(), part, r, row);
                Quantiser.write(entry.type(), row, bytes.clear());
                written += bytes.position();
                bytes.flip();
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
        }
        put(out, (int) (aligned(written) - written));
    }

    private void read(String name, Tensor part, int r, float[] row) {
        boolean turned = foreign && INTERLEAVED.contains(kind) && name.matches(".*attn_[qk]\\.(weight|bias)");
        int width = headWidth();
        if (turned && part.rows() > 1) {
            read(part, sideBySide(r, width), row);
            return;
        }
        read(part, r, row);
        if (turned) {
            float[] before = row.clone();
            for (int i = 0; i < row.length; i++) {
                row[i] = before[sideBySide(i, width)];
            }
        }
        if (foreign && kind.startsWith("gemma") && name.contains("norm")) {
            for (int i = 0; i < row.length; i++) {
                row[i] += 1;
            }
        }
    }

    /** Many rows are mapped at once: the operating system allows only so many mappings. */
    private void read(Tensor part, int r, float[] row) {
        int most = Math.max(1, PIECE / part.rowBytes());
        int first = r / most * most;
        if (!part.equals(mapped) || first != mappedFirst) {
            piece = from.map(part, first, Math.min(most, part.rows() - first));
            mapped = part;
            mappedFirst = first;
        }
        ByteBuffer bytes = piece.slice((r - first) * part.rowBytes(), part.rowBytes());
        Dequantiser.read(part.type(), bytes.order(ByteOrder.LITTLE_ENDIAN), row, 0, row.length);
    }

    private int headWidth() {
        int heads = from.number(kind + ".attention.head_count", 1, 1 << 20);
        int hidden = from.number(kind + ".embedding_length", 1, 1 << 20);
        return from.number(kind + ".attention.key_length", 1, 1 << 20, hidden / heads);
    }

    /** @return the row of halves that stands in row {@code 2 j + h} of a head */
    private static int sideBySide(int row, int width) {
        int inHead = row % width;
        return row - inHead + (inHead % 2) * (width / 2) + inHead / 2;
    }

    /** Llama 3 scales positions by factors of its own, which files hold as a tensor. */
    private float[] factors() {
        if (!from.findText(kind + ".rope.scaling.type").orElse("").equals("llama3")) {
            return new float[0];
        }
        double[] divisors = Rope.of(
                        from,
                        kind,
                        headWidth(),
                        from.findReal(kind + ".rope.freq_base").orElse(10000.0))
                .divisors();
        float[] factors = new float[divisors.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) divisors[i];
        }
        return factors;
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>(from.metadata());
        metadata.put("general.alignment", (long) ALIGNMENT);
        metadata.put("general.file_type", FILE_TYPES.getOrDefault(wanted, 0L));
        metadata.put("general.quantization_version", 2L);
        if (factors().length > 0) {
            metadata.keySet().removeIf(key -> key.startsWith(kind + ".rope.scaling."));
        }
        if (from.has(HuggingFaceTokenizer.SPLIT)) {
            List<String> rules = from.list(HuggingFaceTokenizer.SPLIT, String.class);
            metadata.put("tokenizer.ggml.pre", Splitting.nameOf(rules).orElse("default"));
        }
        metadata.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
        return metadata;
    }
}
