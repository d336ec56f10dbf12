package warrant.extraction.mention;

import java.util.List;
import java.util.Optional;
import warrant.graph.Quotation;

/** The terms that a document defines, in the order of their definitions. */
public record DefinedTerms(List<Definition> definitions) {
    public static final DefinedTerms NONE = new DefinedTerms(List.of());

    public DefinedTerms {
        definitions = List.copyOf(definitions);
    }

    /**
     * One definition.
     *
     * @param term without quotation marks and article: {@code Supplier}
     * @param name the name that it stands for ({@code Halden Freight Systems Ltd}), or empty where the term is
     *     explained by a sentence
     * @param quotation where it is defined, from the name to the term
     */
    public record Definition(String term, String name, Mention.Sort sort, Quotation quotation) {
        /** @return whether the term stands for several that are named before it: {@code (together the “Lenders”)} */
        public boolean several() {
            return introduced()
                    && Definitions.TOGETHER.matcher(quotation.text()).find();
        }

        /** @return whether brackets behind a description introduce the term: {@code a loan (“Facility A”)} */
        public boolean introduced() {
            return name.isEmpty() && quotation.text().startsWith("(");
        }
    }

    /** @return the definition of a term, whatever its case and with or without {@code the} before it */
    public Optional<Definition> of(String term) {
        String bare = term.strip().replaceFirst("(?i)^the\\s+", "");
        return definitions.stream().filter(d -> d.term().equalsIgnoreCase(bare)).findFirst();
    }
}
