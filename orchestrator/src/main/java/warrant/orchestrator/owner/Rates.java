package warrant.orchestrator.owner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** How fast work went the last time, kept in a small file of the data folder: what an estimate is made from. */
public final class Rates {
    private final Path file;

    /** @param file need not be there yet */
    public Rates(Path file) {
        this.file = file;
    }

    /** @return units a second, or 0 if such work was never done */
    public synchronized double of(String work) {
        try {
            return Double.parseDouble(read().getProperty(work, "0"));
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    /** Keeps how fast work went. */
    public synchronized void keep(String work, double rate) {
        Properties rates = read();
        rates.setProperty(work, Double.toString(rate));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = Files.newBufferedWriter(fresh)) {
                rates.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private Properties read() {
        Properties rates = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                rates.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return rates;
    }
}
