package warrant.llm.torch;

/** How many tokens to guess: rows that are guessed wrong cost time, so after some of those fewer are tried. */
final class Guessing {
    /** With the last token four rows, which the kernels take at little more than the price of one. */
    private static final int MOST = 3;

    /** Steps without a guess after a wrong one, doubled with each further one. */
    private static final int LONGEST_REST = 16;

    private int rest = 1;
    private int resting;

    /** @return most tokens to guess now */
    int most() {
        return resting > 0 ? 0 : MOST;
    }

    /**
     * @param guessed tokens that were guessed last
     * @param right how many of them were right
     */
    void was(int guessed, int right) {
        if (guessed == 0) {
            resting = Math.max(0, resting - 1);
        } else if (right == 0) {
            resting = rest;
            rest = Math.min(LONGEST_REST, 2 * rest);
        } else {
            rest = 1;
        }
    }
}
