package warrant.orchestrator.ground;

import java.util.List;
import java.util.Locale;

/** What may be said to a question. */
public sealed interface Answer {
    Asked asked();

    /** What the reader must know besides: that ingestion is not complete, that a limit was hit. */
    List<String> notes();

    /** It is answered; each claim stands on its own grounds. */
    record Grounded(Asked asked, List<Claim> claims, List<String> notes) implements Answer {
        public Grounded {
            claims = List.copyOf(claims);
            notes = List.copyOf(notes);
            if (claims.isEmpty()) {
                throw new IllegalArgumentException("an answer without a claim");
            }
        }
    }

    /** Documents or rules say both; nothing decides between them. */
    record Contradicted(Asked asked, List<Claim> sides, List<String> notes) implements Answer {
        public Contradicted {
            sides = List.copyOf(sides);
            notes = List.copyOf(notes);
            if (sides.size() < 2) {
                throw new IllegalArgumentException("a contradiction has two sides");
            }
        }
    }

    /** It is not answered, for a reason. */
    record Unsupported(Asked asked, Reason reason, String explanation, List<String> notes) implements Answer {
        public Unsupported {
            notes = List.copyOf(notes);
        }
    }

    /** Why there is no answer. */
    enum Reason {
        /** The matter could state it, but does not. */
        MISSING_FACT,
        /** What would answer it is disputed. */
        CONFLICT,
        /** What would answer it does not apply on that day. */
        NOT_IN_FORCE,
        /** The matter is not about this. */
        OUT_OF_SCOPE,
        /** Something might answer it, but not surely enough. */
        BELOW_THRESHOLD;

        /** The reason as it stands in questions.yaml and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
