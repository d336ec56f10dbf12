package warrant.extraction.resolve;

/** Two IRIs that must stay apart; the order does not matter. */
public record Pair(String first, String second) {
    public Pair {
        if (first.compareTo(second) > 0) {
            String larger = first;
            first = second;
            second = larger;
        }
    }
}
