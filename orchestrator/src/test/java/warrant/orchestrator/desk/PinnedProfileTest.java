package warrant.orchestrator.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import warrant.graph.MatterStore;
import warrant.graph.memory.MemoryStore;
import warrant.llm.ModelProfile;
import warrant.orchestrator.Progress;
import warrant.orchestrator.owner.OwnerException;

class PinnedProfileTest {
    private final MatterStore store = new MemoryStore().matter("m");
    private final List<String> told = new ArrayList<>();

    private static ModelProfile profile(String weights, String precision, String kernels) {
        return new ModelProfile("a-model", weights, precision, kernels);
    }

    private void hold(ModelProfile profile) {
        Progress progress = new Progress() {
            @Override
            public void stage(String name) {}

            @Override
            public void count(String what, long done, long total) {}

            @Override
            public void line(String text) {
                told.add(text);
            }
        };
        PinnedProfile.hold("m", store, profile, progress);
    }

    @Test
    void the_first_profile_is_pinned_and_the_same_one_goes_on() {
        ModelProfile first = profile("0123456789abcdef", "bf16+int4", "libtorch-2.7.1-avx512_bf16");

        hold(first);
        hold(first);

        assertThat(PinnedProfile.find(store)).contains(first);
        assertThat(told).isEmpty();
    }

    @Test
    void other_weights_or_another_precision_are_refused_with_what_to_do() {
        hold(profile("0123456789abcdef", "bf16+int4", "k"));

        for (ModelProfile other :
                List.of(profile("fedcba9876543210", "bf16+int4", "k"), profile("0123456789abcdef", "int8", "k"))) {
            assertThatThrownBy(() -> hold(other))
                    .isInstanceOf(OwnerException.class)
                    .hasMessageContaining("WARRANT_PRECISION=bf16+int4")
                    .hasMessageContaining("matter profile m --forget");
        }
    }

    @Test
    void other_kernels_are_told_and_let_through() {
        hold(profile("0123456789abcdef", "bf16", "avx512_bf16"));

        hold(profile("0123456789abcdef", "bf16", "amx_bf16"));

        assertThat(told).singleElement().asString().contains("avx512_bf16", "amx_bf16");
    }

    @Test
    void once_forgotten_another_can_be_pinned() {
        hold(profile("0123456789abcdef", "bf16", "k"));
        PinnedProfile.forget(store);
        ModelProfile other = profile("fedcba9876543210", "f32", "k");

        hold(other);

        assertThat(PinnedProfile.find(store)).contains(other);
    }
}
