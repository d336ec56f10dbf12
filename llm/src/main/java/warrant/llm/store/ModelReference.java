package warrant.llm.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** What a user may write where a model is asked for. */
public sealed interface ModelReference {
    Pattern HUB = Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*(:[\\w./-]+)?");

    /** A model of the catalogue. */
    record Known(ModelEntry entry) implements ModelReference {}

    /** A GGUF file, or a folder as transformers write it. */
    record Local(Path path) implements ModelReference {}

    /**
     * A repository of the model hub.
     *
     * @param file of it; empty: the one that suits best
     */
    record OnHub(String repository, String file) implements ModelReference {
        /** @return the name of its folder in the cache */
        String folder() {
            return repository.replace("/", "--");
        }
    }

    /** A model on a server, {@code http://host:8000/v1#model}. */
    record Served(String address) implements ModelReference {}

    /** @return the hash of its file, where it is known without reading it */
    default Optional<String> sha256() {
        return this instanceof Known known ? Optional.of(known.entry().sha256()) : Optional.empty();
    }

    /** @throws ModelException with code {@code USER} if it is none of them */
    static ModelReference of(String name) {
        if (name.startsWith("http://") || name.startsWith("https://")) {
            return new Served(name);
        }
        var entry = Catalogue.find(name);
        if (entry.isPresent()) {
            return new Known(entry.get());
        }
        Path path = Path.of(name);
        if (Files.exists(path)) {
            return new Local(path.toAbsolutePath().normalize());
        }
        if (HUB.matcher(name).matches()) {
            int colon = name.indexOf(':');
            return colon < 0 ? new OnHub(name, "") : new OnHub(name.substring(0, colon), name.substring(colon + 1));
        }
        throw new ModelException(
                Code.USER,
                "there is no model '" + name + "'. It can be one of "
                        + Catalogue.all().stream().map(ModelEntry::name).collect(Collectors.joining(", "))
                        + ", a GGUF file, a folder with config.json, a hub's owner/name or owner/name:file.gguf, or a"
                        + " server's http://host:8000/v1#model");
    }
}
