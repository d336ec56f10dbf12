package warrant.graph;

import java.util.List;

/** Where a statement comes from. */
public sealed interface Origin {

    /** Somebody said so, by name and for a reason. */
    record Asserted(String author, String reason) implements Origin {
        public Asserted {
            if (author.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("an assertion names its author and gives a reason");
            }
        }
    }

    /**
     * A document says so.
     *
     * @param evidence the quotations, at least one
     * @param confidence probability in (0, 1]
     * @param method what found it: {@code model}, {@code rules}, {@code table} or {@code identity}
     * @param profile the model profile or reader that decided, so that the decision can be repeated
     */
    record Extracted(List<Quotation> evidence, double confidence, String method, String profile) implements Origin {
        public Extracted {
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("an extracted statement needs a quotation");
            }
            if (!(confidence > 0 && confidence <= 1)) {
                throw new IllegalArgumentException("not a probability in (0, 1]: " + confidence);
            }
        }
    }

    /** Rules say so: a cached conclusion, never truth by itself. */
    record Derived(String rule, List<Triple> premises) implements Origin {
        public Derived {
            premises = List.copyOf(premises);
        }
    }
}
