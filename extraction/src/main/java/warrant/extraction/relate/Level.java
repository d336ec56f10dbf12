package warrant.extraction.relate;

/** With what a passage is read. The kinds of output are the same at every level. */
public enum Level {
    /** Rules alone: words of the ontology, typed mentions, defined terms. */
    RULES,
    /** Rules, and vectors of an encoder in the place of equal words. */
    ENCODER,
    /** Rules propose, the language model decides. */
    MODEL
}
