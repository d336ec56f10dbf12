package warrant.orchestrator.search;

/** Something found, with how well it fits: the higher, the better. Comparable only within one list. */
public record Scored<T>(T item, double score) {}
