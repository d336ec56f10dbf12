package warrant.rules.language;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Where something stands in a file.
 *
 * @param line from 1
 * @param column from 1
 */
record Place(String file, int line, int column) {
    static Place of(String file, Token token) {
        return new Place(file, token.getLine(), token.getCharPositionInLine() + 1);
    }

    static Place of(String file, ParserRuleContext context) {
        return of(file, context.getStart());
    }
}
