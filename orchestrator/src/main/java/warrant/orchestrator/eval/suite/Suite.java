package warrant.orchestrator.eval.suite;

/** A public data set, and how it is scored. */
public interface Suite {
    /** @return what users call it: one word in lower case */
    String name();

    /** @return what is measured on which data set, in one line for the help */
    String purpose();

    /**
     * Answers and scores the items.
     *
     * @throws SuiteException when the folder does not hold the data set
     */
    Report run(Request request);
}
