package warrant.extraction.relate;

/**
 * What is thought of a proposal.
 *
 * @param probability that the sentence states it, in (0, 1)
 * @param detail the numbers behind it
 */
record Verdict(Proposal proposal, double probability, String detail) {}
