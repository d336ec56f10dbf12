package warrant.graph;

/** What a statement is about: an entity, or a value. */
public sealed interface Term permits Entity, Literal {}
