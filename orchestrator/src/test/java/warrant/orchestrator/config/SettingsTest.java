package warrant.orchestrator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void nothing_needs_to_be_set() {
        Settings settings = Settings.from(Map.of("HOME", "/home/ann", "USER", "ann"));

        assertThat(settings.data()).isEqualTo(Path.of("/home/ann/.local/share/warrant"));
        assertThat(settings.models()).isEqualTo(Path.of("/home/ann/.local/share/warrant/models"));
        assertThat(settings.offline()).isFalse();
        assertThat(settings.engine()).isEqualTo("auto");
        assertThat(settings.hub()).isEqualTo(URI.create("https://huggingface.co"));
        assertThat(settings.precision()).isEqualTo("auto");
        assertThat(settings.device()).isEqualTo("auto");
        assertThat(settings.calibrated()).isFalse();
        assertThat(settings.encoder()).isEqualTo(Settings.ENCODER);
        assertThat(settings.key()).isEmpty();
        assertThat(settings.neo4j()).isEmpty();
        assertThat(settings.listen()).isEqualTo("127.0.0.1");
        assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.author()).isEqualTo("ann");
    }

    @Test
    void everything_can_be_set() {
        Settings settings = Settings.from(Map.ofEntries(
                Map.entry("WARRANT_DATA", "/d"),
                Map.entry("WARRANT_MODEL_CACHE", "/m"),
                Map.entry("WARRANT_MODELS", "/own/model.gguf"),
                Map.entry("WARRANT_OFFLINE", "true"),
                Map.entry("WARRANT_ENGINE", "forward"),
                Map.entry("WARRANT_MODEL", "smollm2-135m"),
                Map.entry("WARRANT_PRECISION", "bf16+int8"),
                Map.entry("WARRANT_DEVICE", "cpu"),
                Map.entry("WARRANT_CALIBRATED", "1"),
                Map.entry("WARRANT_ENCODER", "/encoders/bge"),
                Map.entry("HF_ENDPOINT", "http://hub:1"),
                Map.entry("WARRANT_API_KEY", "k"),
                Map.entry("WARRANT_NEO4J_URI", "bolt://db:7687"),
                Map.entry("WARRANT_NEO4J_USER", "u"),
                Map.entry("WARRANT_NEO4J_PASSWORD", "p"),
                Map.entry("WARRANT_LISTEN", "0.0.0.0"),
                Map.entry("WARRANT_PORT", "8484"),
                Map.entry("WARRANT_HOSTS", "warrant.example,other"),
                Map.entry("WARRANT_IDLE", "60"),
                Map.entry("WARRANT_AUTHOR", "bea")));

        assertThat(settings.data()).isEqualTo(Path.of("/d"));
        assertThat(settings.models()).isEqualTo(Path.of("/m"));
        assertThat(settings.offered()).contains(Path.of("/own/model.gguf"));
        assertThat(settings.offline()).isTrue();
        assertThat(settings.engine()).isEqualTo("forward");
        assertThat(settings.model()).isEqualTo("smollm2-135m");
        assertThat(settings.hub()).isEqualTo(URI.create("http://hub:1"));
        assertThat(settings.precision()).isEqualTo("bf16+int8");
        assertThat(settings.device()).isEqualTo("cpu");
        assertThat(settings.calibrated()).isTrue();
        assertThat(settings.encoder()).isEqualTo("/encoders/bge");
        assertThat(settings.key()).contains("k");
        assertThat(settings.neo4j()).contains(new Settings.Neo4jAddress("bolt://db:7687", "u", "p"));
        assertThat(settings.neo4j().orElseThrow().toString()).doesNotContain(", p]");
        assertThat(settings.listen()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isEqualTo(8484);
        assertThat(settings.hosts()).containsExactlyInAnyOrder("warrant.example", "other");
        assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.author()).isEqualTo("bea");
    }

    @Test
    void a_wrong_value_is_named_with_its_key() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(Map.of("WARRANT_ENGINE", "prolog")))
                .withMessageContaining("WARRANT_ENGINE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.from(Map.of("WARRANT_PORT", "many")))
                .withMessageContaining("WARRANT_PORT");
    }
}
