package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.llm.ModelException;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.Tensor;
import warrant.llm.weights.TensorType;

class PrecisionPolicyTest {
    private static final String NEW = "2.7.1";
    private static final Set<String> HALVES = Set.of("avx512bw", "avx512_bf16", "avx512_vnni");
    private static final Set<String> BYTES = Set.of("avx512bw", "avx512_vnni");
    private static final Set<String> PLAIN = Set.of("avx2");
    private static final long GIB = 1L << 30;

    private static Machine machine(Set<String> flags, long gibibytes) {
        return new Machine(flags, gibibytes * GIB, false, NEW);
    }

    /** 1.4 thousand million numbers, of which no byte is there. */
    private static Checkpoint large(TensorType type) {
        return new Described(type, 1_400_000);
    }

    /** A checkpoint of one matrix of so many rows of 1,024. */
    private record Described(TensorType type, int rows) implements Checkpoint {
        @Override
        public Path path() {
            return Path.of("described");
        }

        @Override
        public Convention convention() {
            return Convention.GGUF;
        }

        @Override
        public Map<String, Object> metadata() {
            return Map.of();
        }

        @Override
        public Map<String, Tensor> tensors() {
            return Map.of("blk.0.attn_q.weight", new Tensor("blk.0.attn_q.weight", type, rows, 1024, 0));
        }

        @Override
        public ByteBuffer map(Tensor tensor, int firstRow, int rows) {
            throw new UnsupportedOperationException("nothing is there");
        }

        @Override
        public String sha256() {
            return "";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static PrecisionPolicy.Choice choose(Checkpoint file, Settings settings, Machine machine) {
        return PrecisionPolicy.choose(file, settings, machine, GIB / 2);
    }

    private static Settings unset() {
        return Settings.of("a model");
    }

    @ParameterizedTest
    @CsvSource({"30, bf16+int4", "4, bf16", "3, int8", "2, int4", "1, int4"})
    void what_is_fastest_is_taken_that_fits_into_the_free_memory(long gibibytes, String expected) {
        assertThat(choose(large(TensorType.Q4_K), unset(), machine(HALVES, gibibytes))
                        .id())
                .isEqualTo(expected);
    }

    @Test
    void the_processor_decides_what_is_fastest() {
        assertThat(choose(large(TensorType.Q4_K), unset(), machine(BYTES, 30)).id())
                .isEqualTo("int8+int4");
        assertThat(choose(large(TensorType.Q4_K), unset(), machine(PLAIN, 30)).id())
                .isEqualTo("f32");
        assertThat(choose(large(TensorType.BF16), unset(), machine(HALVES, 30)).id())
                .isEqualTo("bf16");
        assertThat(choose(new Described(TensorType.Q4_K, 100), unset(), machine(BYTES, 30))
                        .id())
                .isEqualTo("f32");
    }

    @Test
    void four_bits_are_left_out_where_the_library_cannot_multiply_them() {
        Machine old = new Machine(HALVES, 30 * GIB, false, "2.5.1");

        assertThat(choose(large(TensorType.Q4_K), unset(), old).id()).isEqualTo("bf16");
    }

    @Test
    void what_is_set_holds_whatever_would_be_better() {
        assertThat(choose(large(TensorType.Q4_K), unset().withPrecisions("f32"), machine(HALVES, 1))
                        .id())
                .isEqualTo("f32");
        assertThat(choose(large(TensorType.Q4_K), unset().withPrecisions("int8+int4"), machine(HALVES, 30))
                        .id())
                .isEqualTo("int8+int4");
        assertThat(choose(large(TensorType.Q4_K), unset().withPrecisions("auto"), machine(HALVES, 30))
                        .id())
                .isEqualTo("bf16+int4");
    }

    @Test
    void what_is_set_and_cannot_be_had_is_refused() {
        assertThatThrownBy(() -> choose(large(TensorType.Q4_K), unset().withPrecisions("int8"), machine(PLAIN, 30)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("int8");
        assertThatThrownBy(() -> unset().withPrecisions("bf17"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("bf17");
    }

    @Test
    void a_graphics_processor_is_used_where_it_is_and_computes_in_bf16() {
        Machine machine = new Machine(HALVES, 30 * GIB, true, "2.5.1");

        PrecisionPolicy.Choice choice = choose(large(TensorType.Q4_K), unset(), machine);

        assertThat(choice.place()).isEqualTo(Place.CUDA);
        assertThat(choice.id()).isEqualTo("bf16");
        assertThat(choose(large(TensorType.Q4_K), unset().on("cpu"), machine).place())
                .isEqualTo(Place.PROCESSOR);
        assertThatThrownBy(() -> choose(large(TensorType.Q4_K), unset().withPrecisions("int4"), machine))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("graphics processor cannot compute in int4");
    }
}
