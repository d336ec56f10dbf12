package warrant.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.llm.ModelException;

/** Against a hub on loopback. */
class ModelReferenceTest {
    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private int cutAfter = Integer.MAX_VALUE;
    private HttpServer http;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/api/models/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = list().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.contains("/good/model/") ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.createContext("/good/model/resolve/main/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring("/good/model/resolve/main/".length());
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(name + " " + range);
            byte[] all = files.getOrDefault(name, new byte[0]);
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
            byte[] rest = Arrays.copyOfRange(all, from, all.length);
            exchange.sendResponseHeaders(206, rest.length);
            exchange.getResponseBody().write(rest, 0, Math.min(rest.length, cutAfter));
            exchange.close();
        });
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        files.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
        files.put("model.safetensors", "x".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        files.put("pytorch_model.bin", new byte[100]);
        files.put("README.md", new byte[100]);
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private String list() {
        StringBuilder list = new StringBuilder("[{\"type\":\"directory\",\"path\":\"x\"}");
        files.forEach((name, bytes) -> {
            boolean large = bytes.length > 1000;
            list.append(",{\"type\":\"file\",\"path\":\"%s\",\"size\":%d,\"oid\":\"%s\"%s}"
                    .formatted(
                            name,
                            bytes.length,
                            hash("SHA-1", ("blob " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8), bytes),
                            large ? ",\"lfs\":{\"oid\":\"" + hash("SHA-256", new byte[0], bytes) + "\"}" : ""));
        });
        return list.append("]").toString();
    }

    private static String hash(String kind, byte[] before, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance(kind);
            digest.update(before);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path get(String name, boolean offline) {
        URI hub = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        return new ModelStore(folder, Optional.empty(), offline).get(ModelReference.of(name), hub, Fetching.SILENT);
    }

    @Test
    void names_are_told_apart() throws IOException {
        Path file = Files.writeString(folder.resolve("m.gguf"), "x");

        assertThat(ModelReference.of("qwen2.5-coder-1.5b")).isInstanceOf(ModelReference.Known.class);
        assertThat(ModelReference.of(file.toString())).isEqualTo(new ModelReference.Local(file));
        assertThat(ModelReference.of(folder.toString())).isEqualTo(new ModelReference.Local(folder));
        assertThat(ModelReference.of("Qwen/Qwen3-4B-GGUF:a/b.gguf"))
                .isEqualTo(new ModelReference.OnHub("Qwen/Qwen3-4B-GGUF", "a/b.gguf"));
        assertThat(ModelReference.of("http://h:1/v1#m")).isEqualTo(new ModelReference.Served("http://h:1/v1#m"));
        assertThatThrownBy(() -> ModelReference.of("nonsense"))
                .hasMessageContaining("qwen2.5-coder-1.5b")
                .hasMessageContaining("a folder with config.json");
    }

    @Test
    void a_folder_is_fetched_without_what_it_does_not_need_and_only_once() throws IOException {
        Path fetched = get("good/model", false);

        assertThat(Files.readString(fetched.resolve("model.safetensors"))).hasSize(50_000);
        assertThat(fetched.resolve("pytorch_model.bin")).doesNotExist();
        assertThat(requests).hasSize(2);
        assertThat(get("good/model", true)).isEqualTo(fetched);
        assertThat(requests).hasSize(2);
    }

    @Test
    void what_was_cut_goes_on_where_it_stopped() {
        cutAfter = 20_000;
        assertThatThrownBy(() -> get("good/model", false))
                .hasMessageContaining("goes on next time")
                .matches(failure -> ((ModelException) failure).code() == ModelException.Code.UPSTREAM);
        cutAfter = Integer.MAX_VALUE;
        get("good/model", false);

        assertThat(requests)
                .last()
                .asString()
                .startsWith("model.safetensors bytes=")
                .doesNotEndWith("bytes=0-");
    }

    @Test
    void bytes_with_another_hash_are_not_kept() {
        String honest = list();
        http.removeContext("/api/models/");
        http.createContext("/api/models/", exchange -> {
            byte[] body = honest.replaceAll("\"lfs\":\\{\"oid\":\"..", "\"lfs\":{\"oid\":\"00")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        assertThatThrownBy(() -> get("good/model", false)).hasMessageContaining("do not have the hash");
        assertThat(folder.resolve("hub/good--model/model.safetensors")).doesNotExist();
        assertThat(folder.resolve("hub/good--model/model.safetensors.part")).doesNotExist();
    }

    @Test
    void of_several_files_the_usual_one_is_taken_or_one_must_be_named() {
        files.clear();
        files.put("m-Q8_0.gguf", new byte[2000]);
        files.put("m-Q4_K_M.gguf", new byte[3000]);
        assertThat(get("good/model", false)).hasFileName("m-Q4_K_M.gguf");
        assertThat(get("good/model:m-Q8_0.gguf", false)).hasFileName("m-Q8_0.gguf");

        files.clear();
        files.put("a.gguf", new byte[2000]);
        files.put("b.gguf", new byte[3000]);
        assertThatThrownBy(() -> get("good/model:c.gguf", false)).hasMessageContaining("good/model:a.gguf");
    }

    @Test
    void each_of_several_files_stays_here_and_the_usual_one_stays_the_usual_one() {
        files.clear();
        files.put("m-Q8_0.gguf", new byte[2000]);
        files.put("m-Q4_K_M.gguf", new byte[3000]);
        get("good/model:m-Q4_K_M.gguf", false);
        get("good/model", false);
        get("good/model:m-Q8_0.gguf", false);

        assertThat(get("good/model:m-Q4_K_M.gguf", true)).hasFileName("m-Q4_K_M.gguf");
        assertThat(get("good/model:m-Q8_0.gguf", true)).hasFileName("m-Q8_0.gguf");
        assertThat(get("good/model", true)).hasFileName("m-Q4_K_M.gguf");
        assertThat(requests).hasSize(2);
    }

    @Test
    void a_file_that_the_hub_has_changed_since_is_fetched_again() throws IOException {
        cutAfter = 20_000;
        assertThatThrownBy(() -> get("good/model", false)).hasMessageContaining("goes on next time");
        cutAfter = Integer.MAX_VALUE;
        files.put("config.json", "[]".getBytes(StandardCharsets.UTF_8));

        assertThat(Files.readString(get("good/model", false).resolve("config.json")))
                .isEqualTo("[]");
    }

    @Test
    void a_path_out_of_the_folder_and_a_missing_repository_are_refused() {
        files.clear();
        files.put("../../evil.safetensors", new byte[2000]);
        assertThatThrownBy(() -> get("good/model", false)).hasMessageContaining("outside of its repository");
        assertThatThrownBy(() -> get("no/model", false)).hasMessageContaining("has no open repository no/model");
        assertThatThrownBy(() -> get("good/model", true)).hasMessageContaining("switched off");
    }

    @Test
    void a_list_of_several_pages_is_read_to_its_end() {
        http.removeContext("/api/models/");
        http.createContext("/api/models/", exchange -> {
            boolean second = exchange.getRequestURI().getQuery().contains("cursor");
            byte[] body = (second ? list() : "[{\"type\":\"file\",\"path\":\"README.md\",\"size\":100}]")
                    .getBytes(StandardCharsets.UTF_8);
            if (!second) {
                exchange.getResponseHeaders()
                        .add("Link", "</api/models/good/model/tree/main?recursive=true&cursor=abc>; rel=\"next\"");
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });

        assertThat(get("good/model", false).resolve("model.safetensors")).exists();
    }

    @Test
    void a_list_that_goes_on_elsewhere_is_refused() {
        http.removeContext("/api/models/");
        http.createContext("/api/models/", exchange -> {
            exchange.getResponseHeaders().add("Link", "<http://elsewhere.example/list>; rel=\"next\"");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        assertThatThrownBy(() -> get("good/model", false)).hasMessageContaining("elsewhere.example");
    }

    @Test
    void two_who_want_the_same_at_once_fetch_it_once() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> get("good/model", false));
            var other = both.submit(() -> get("good/model", false));

            assertThat(one.get()).isEqualTo(other.get());
        }

        assertThat(requests)
                .filteredOn(request -> request.startsWith("model.safetensors"))
                .hasSize(1);
    }

    @Test
    void only_models_of_the_catalogue_have_a_hash_before_they_are_read() {
        assertThat(ModelReference.of("smollm2-135m").sha256()).contains(Catalogue.SMALL.sha256());
        assertThat(ModelReference.of(folder.toString()).sha256()).isEmpty();
    }
}
