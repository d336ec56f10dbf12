package warrant.orchestrator.ground;

/** A sentence of an answer, and what it rests on. There is no claim without grounds. */
public record Claim(String text, Grounds grounds) {
    public Claim {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a claim without words");
        }
    }
}
