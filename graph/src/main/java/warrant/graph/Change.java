package warrant.graph;

/** One change to what is believed. */
public sealed interface Change {
    /** A support opens. Opening one that is open already changes nothing. */
    record Open(Triple triple, Interval valid, String support, Origin origin) implements Change {}

    /** A support closes. Closing one that is closed, or that never was, changes nothing. */
    record Close(String support) implements Change {}
}
