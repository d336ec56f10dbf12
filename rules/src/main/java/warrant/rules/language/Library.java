package warrant.rules.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A rule file that ships with Warrant, to be put into a matter's rules folder, with its tests.
 *
 * @param name of both files, without their endings
 * @param about what it is for, in a line
 */
public record Library(String name, String about) {
    private static final List<Library> ALL = List.of(
            new Library("contracts", "offer, acceptance, counter-offer, lapse, term and notice"),
            new Library("deontic", "duties, permissions and prohibitions with deadline, performance and breach"),
            new Library("intervals", "Allen's thirteen relations of stretches of time"),
            new Library("units", "units of measure, and sums of money in other currencies"));

    /** @return all, by name */
    public static List<Library> all() {
        return ALL;
    }

    /** @return the library of a name; empty if there is none */
    public static Optional<Library> of(String name) {
        return ALL.stream().filter(library -> library.name().equals(name)).findFirst();
    }

    /** @return the name that was probably meant; empty if none is near */
    public static Optional<String> nearest(String name) {
        return Nearest.to(name, ALL.stream().map(Library::name).toList());
    }

    public SourceText rules() {
        return file(".rules");
    }

    public SourceText tests() {
        return file(".tests");
    }

    private SourceText file(String ending) {
        try (InputStream in = Library.class.getResourceAsStream("/warrant/library/" + name + ending)) {
            if (in == null) {
                throw new IllegalStateException("a library is not on the class path: " + name + ending);
            }
            return new SourceText(name + ending, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
