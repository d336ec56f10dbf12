package warrant.rules.language;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Ends an item at its first error, so that one slip gives one message. */
final class FirstErrorEnds extends DefaultErrorStrategy {

    /** The first error of an item, with what was being read. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient RecognitionException error;
        private final transient ParserRuleContext reading;

        private Stop(RecognitionException error, ParserRuleContext reading) {
            super(error);
            this.error = error;
            this.reading = reading;
        }

        RecognitionException error() {
            return error;
        }

        ParserRuleContext reading() {
            return reading;
        }
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        throw new Stop(error, parser.getContext());
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new Stop(new InputMismatchException(parser), parser.getContext());
    }

    /** Where a loop may go on, says at once what could follow, rather than later what must. */
    @Override
    public void sync(Parser parser) {
        ATNState state = parser.getInterpreter().atn.states.get(parser.getState());
        IntervalSet next = parser.getATN().nextTokens(state);
        if (!next.contains(Token.EPSILON)
                && !next.contains(parser.getInputStream().LA(1))) {
            throw new Stop(new InputMismatchException(parser), parser.getContext());
        }
    }
}
