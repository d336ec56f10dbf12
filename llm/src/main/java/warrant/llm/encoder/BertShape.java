package warrant.llm.encoder;

/**
 * The sizes and habits of an encoder of the BERT family.
 *
 * @param layers number of layers
 * @param heads attention heads
 * @param width of the hidden state
 * @param epsilon of the norms
 * @param firstPosition of a text's first token: 0 for BERT, 2 for RoBERTa and XLM-R
 * @param longest tokens of a text, beyond which it is cut
 * @param use what comes out
 */
record BertShape(int layers, int heads, int width, double epsilon, int firstPosition, int longest, Use use) {
    static final BertShape MINI_LM = new BertShape(6, 12, 384, 1e-12, 0, 256, Use.MEAN);

    /** What comes out of the last layer's states. */
    enum Use {
        /** The mean of all tokens' states (Reimers and Gurevych 2019), as a unit vector. */
        MEAN,
        /** The first token's state, as a unit vector. */
        FIRST,
        /** One number from the first token's state, by BERT's pooler and classifier. */
        BERT_SCORE,
        /** One number from the first token's state, by RoBERTa's classification head. */
        ROBERTA_SCORE
    }

    boolean scores() {
        return use == Use.BERT_SCORE || use == Use.ROBERTA_SCORE;
    }
}
