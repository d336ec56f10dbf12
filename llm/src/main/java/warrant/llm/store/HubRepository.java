package warrant.llm.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Digests;

/**
 * A repository of a model hub, file by file into a folder. What is there already, whole and with the hub's hash, is not
 * fetched again; what was half fetched is gone on with.
 */
final class HubRepository {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OF_A_FOLDER =
            Pattern.compile("(.*\\.safetensors|config\\.json|generation_config\\.json|tokenizer\\.json"
                    + "|tokenizer_config\\.json|chat_template\\.jinja|model\\.safetensors\\.index\\.json"
                    + "|modules\\.json|1_Pooling/config\\.json)");

    private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]*)>;[^,]*rel=\"?next\"?");
    private static final int MOST_PAGES = 100;

    /** Who fetches holds it. */
    private static final String LOCK = "fetching.lock";

    /** Holds the name of what suits best. */
    private static final String NOTE = "fetched";

    private final URI hub;
    private final ModelReference.OnHub wanted;
    private final Path folder;

    /**
     * A file as the hub lists it.
     *
     * @param sha256 of large files; empty for small ones, which have {@code blob}
     * @param blob the hash that git gives to its content
     */
    private record Listed(String path, long bytes, String sha256, String blob) {}

    HubRepository(URI hub, ModelReference.OnHub wanted, Path folder) {
        this.hub = hub;
        this.wanted = wanted;
        this.folder = folder;
    }

    /** @return what is here of it, if it is whole: the file that is named, else its one GGUF file or the folder */
    static Optional<Path> here(ModelReference.OnHub wanted, Path folder) {
        return name(wanted, folder)
                .map(name -> folder.resolve(name).normalize())
                .filter(path -> path.startsWith(folder) && Files.exists(path));
    }

    /** A file has its name only when it is whole; what suits best was noted when all of it had come. */
    private static Optional<String> name(ModelReference.OnHub wanted, Path folder) {
        if (!wanted.file().isEmpty()) {
            return Optional.of(wanted.file());
        }
        Path note = folder.resolve(NOTE);
        try {
            return Files.exists(note) ? Optional.of(Files.readString(note).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new ModelException(Code.UPSTREAM, "cannot read " + note + ": " + failure, failure);
        }
    }

    /** @throws ModelException with code {@code UPSTREAM} if the hub cannot be reached or its files are damaged */
    Path fetch(Fetching listener) {
        try {
            Files.createDirectories(folder);
            return Turn.alone(folder.resolve(LOCK), () -> fetchAlone(listener));
        } catch (IOException failure) {
            throw new ModelException(
                    Code.UPSTREAM,
                    "%s cannot be had from %s: %s. What arrived is kept; it goes on next time"
                            .formatted(wanted.repository(), hub, failure.getMessage()),
                    failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ModelException(
                    Code.LIMIT, "fetching " + wanted.repository() + " was interrupted; it goes on next time", stop);
        }
    }

    private Path fetchAlone(Fetching listener) throws IOException, InterruptedException {
        List<Listed> files = chosen(list());
        requireSpace(files);
        for (Listed file : files) {
            fetch(file, listener);
        }
        boolean one = files.size() == 1 && files.get(0).path().endsWith(".gguf");
        String result = one ? files.get(0).path() : ".";
        if (wanted.file().isEmpty()) {
            Files.writeString(folder.resolve(NOTE), result);
        }
        return folder.resolve(result).normalize();
    }

    private List<Listed> list() throws IOException, InterruptedException {
        List<Listed> files = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(4))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            Optional<URI> page =
                    Optional.of(hub.resolve("/api/models/" + wanted.repository() + "/tree/main?recursive=true"));
            for (int pages = 0; page.isPresent(); pages++) {
                if (pages == MOST_PAGES) {
                    throw new IOException("the hub lists more than " + MOST_PAGES + " pages of files");
                }
                HttpResponse<String> response = page(client, page.get());
                addFiles(JSON.readTree(response.body()), files);
                page = next(response);
            }
        }
        return files;
    }

    private HttpResponse<String> page(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 404 || response.statusCode() == 401) {
            throw new ModelException(Code.USER, "the hub " + hub + " has no open repository " + wanted.repository());
        }
        if (response.statusCode() != 200) {
            throw new IOException("the hub answered " + response.statusCode());
        }
        return response;
    }

    /** @return where the list goes on, as RFC 8288 tells it, on the same hub */
    private Optional<URI> next(HttpResponse<String> response) throws IOException {
        Matcher found = NEXT_PAGE.matcher(String.join(", ", response.headers().allValues("Link")));
        if (!found.find()) {
            return Optional.empty();
        }
        URI next = hub.resolve(found.group(1));
        if (!String.valueOf(next.getAuthority()).equals(hub.getAuthority())) {
            throw new IOException("the hub's list goes on elsewhere, at " + next.getAuthority());
        }
        return Optional.of(next);
    }

    private static void addFiles(JsonNode list, List<Listed> files) {
        for (JsonNode each : list) {
            if (each.path("type").asText().equals("file")) {
                files.add(new Listed(
                        each.path("path").asText(),
                        each.path("size").asLong(),
                        each.path("lfs").path("oid").asText(""),
                        each.path("oid").asText("")));
            }
        }
    }

    private List<Listed> chosen(List<Listed> files) {
        List<Listed> gguf =
                files.stream().filter(file -> file.path().endsWith(".gguf")).toList();
        if (!wanted.file().isEmpty()) {
            return files.stream()
                    .filter(file -> file.path().equals(wanted.file()))
                    .findFirst()
                    .map(List::of)
                    .orElseThrow(() -> nothing("has no file " + wanted.file(), gguf));
        }
        List<Listed> folderFiles = files.stream()
                .filter(file -> OF_A_FOLDER.matcher(file.path()).matches())
                .toList();
        if (folderFiles.stream().anyMatch(file -> file.path().endsWith(".safetensors"))) {
            return folderFiles;
        }
        return gguf.stream()
                .filter(file -> file.path().toLowerCase(Locale.ROOT).contains("q4_k_m"))
                .findFirst()
                .or(() -> gguf.size() == 1 ? gguf.stream().findFirst() : Optional.empty())
                .map(List::of)
                .orElseThrow(() -> nothing("does not say which of its files to take", gguf));
    }

    private ModelException nothing(String what, List<Listed> gguf) {
        return new ModelException(
                Code.USER,
                "%s %s. Maybe name one: %s"
                        .formatted(
                                wanted.repository(),
                                what,
                                gguf.stream()
                                        .map(file -> wanted.repository() + ":" + file.path())
                                        .toList()));
    }

    private void requireSpace(List<Listed> files) throws IOException {
        long needed = 64L << 20;
        for (Listed file : files) {
            Path part = part(file);
            Path kept = kept(file);
            long got = Files.exists(kept) ? file.bytes() : Files.exists(part) ? Files.size(part) : 0;
            needed += file.bytes() - Math.min(got, file.bytes());
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new ModelException(
                    Code.USER,
                    "the disk of %s has %d MiB free, but %s needs %d MiB more. Free some space, or choose another cache folder"
                            .formatted(folder, free >> 20, wanted.repository(), needed >> 20));
        }
    }

    /** A hub's path stays within the folder. */
    private Path kept(Listed file) {
        Path path = folder.resolve(file.path()).normalize();
        if (!path.startsWith(folder)) {
            throw new ModelException(Code.UPSTREAM, "the hub names a file outside of its repository: " + file.path());
        }
        return path;
    }

    private Path part(Listed file) {
        return Path.of(kept(file) + ".part");
    }

    private void fetch(Listed file, Fetching listener) throws IOException, InterruptedException {
        Path kept = kept(file);
        if (Files.exists(kept) && Files.size(kept) == file.bytes() && sound(file, kept)) {
            return;
        }
        Path parent = kept.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        String url = hub.resolve("/" + wanted.repository() + "/resolve/main/" + file.path())
                .toString();
        ModelEntry entry =
                new ModelEntry(wanted.repository(), file.path(), file.sha256(), file.bytes(), 0, "", "", List.of());
        new HubDownload(new Source.Hub(url)).into(part(file), entry, listener);
        if (!sound(file, part(file))) {
            Files.delete(part(file));
            throw new IOException("the bytes of " + file.path() + " do not have the hash that the hub tells");
        }
        Files.move(part(file), kept, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean sound(Listed file, Path path) throws IOException {
        boolean large = !file.sha256().isEmpty();
        MessageDigest digest = large ? Digests.sha256() : sha1();
        if (!large) {
            digest.update(("blob " + file.bytes() + "\0").getBytes(StandardCharsets.UTF_8));
        }
        byte[] buffer = new byte[1 << 20];
        try (var in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(large ? file.sha256() : file.blob());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("this Java platform lacks SHA-1, which its specification demands", failure);
        }
    }
}
