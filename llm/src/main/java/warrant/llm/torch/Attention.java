package warrant.llm.torch;

/** How tokens look at each other. */
sealed interface Attention {
    /** @return number of query heads */
    int heads();

    /** @return number of key and value heads that are kept, a divisor of {@code heads} */
    int keyHeads();

    /** @return numbers of a key that is kept */
    int keyWidth();

    /** @return numbers of a value that is kept, 0 where the values are part of the keys */
    int keptValueWidth();

    /** @return numbers of a value */
    int valueWidth();

    /** @return by which the products of queries and keys are multiplied */
    double scale();

    /**
     * Query heads that share key and value heads (Ainslie et al. 2023).
     *
     * @param keyWidth numbers a head, even
     * @param norms whether queries and keys are normed head by head before they are turned
     * @param interleaved whether the file's query and key rows hold the two halves of a head alternately
     * @param cap beyond which the products cannot go (Gemma 2), 0 for none
     */
    record Grouped(int heads, int keyHeads, int keyWidth, boolean norms, boolean interleaved, double scale, double cap)
            implements Attention {
        @Override
        public int keptValueWidth() {
            return keyWidth;
        }

        @Override
        public int valueWidth() {
            return keyWidth;
        }

        /** @return rows of the joined query, key and value matrix */
        int rows() {
            return (heads + 2 * keyHeads) * keyWidth;
        }
    }

    /**
     * Multi-head latent attention (DeepSeek-V2, section 2.1): one short vector a token is kept, from which each head
     * would make its keys and values; here the heads' queries are brought to that vector instead, which is the same.
     *
     * @param queryRank width of the queries' short vector, 0 where queries come straight from the token
     * @param rank width of the short vector that is kept
     * @param plain numbers of a head's query that are not turned
     * @param turned numbers of a head's query that are, even
     * @param headValues numbers of a head's value
     */
    record Latent(int heads, int queryRank, int rank, int plain, int turned, int headValues, double scale)
            implements Attention {
        @Override
        public int keyHeads() {
            return 1;
        }

        @Override
        public int keyWidth() {
            return rank + turned;
        }

        @Override
        public int keptValueWidth() {
            return 0;
        }

        @Override
        public int valueWidth() {
            return rank;
        }

        /** @return rows of the joined matrix of the queries, or of their short vector, and of the keys */
        int rows() {
            return firstRows() + rank + turned;
        }

        /** @return rows of the joined matrix that are the queries' */
        int firstRows() {
            return queryRank > 0 ? queryRank : queryRows();
        }

        int queryRows() {
            return heads * (plain + turned);
        }
    }
}
