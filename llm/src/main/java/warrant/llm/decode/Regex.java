package warrant.llm.decode;

import java.util.ArrayList;
import java.util.List;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.decode.Letters.Range;

/**
 * Regular expressions (the part of ECMA-262 that describes regular languages: no look-around, no back references) as
 * grammars of the whole text that they match.
 */
final class Regex {
    private static final List<Range> DIGITS = List.of(new Range('0', '9'));
    private static final List<Range> WORDS =
            List.of(new Range('0', '9'), new Range('A', 'Z'), new Range('_', '_'), new Range('a', 'z'));
    private static final List<Range> SPACES =
            List.of(new Range('\t', '\r'), new Range(' ', ' '), new Range(0xA0, 0xA0), new Range(0x2028, 0x2029));
    private static final List<Range> BREAKS =
            List.of(new Range('\n', '\n'), new Range('\r', '\r'), new Range(0x2028, 0x2029));
    private static final int MOST_TIMES = 10_000;

    private final String source;
    private final Writing writing;
    private int at;

    /** How a character of a set is written. */
    interface Writing {
        Grammar of(List<Range> characters);
    }

    private Regex(String source, Writing writing) {
        this.source = source;
        this.writing = writing;
    }

    /**
     * @param searched whether text may come before and behind what is matched, where no anchor forbids it
     * @throws ModelException with code {@code USER} if it is not understood
     */
    static Grammar grammar(String source, boolean searched, Writing writing) {
        Regex regex = new Regex(source, writing);
        Grammar grammar = regex.options(searched, true);
        if (regex.at < source.length()) {
            throw regex.refused("has a ')' too much");
        }
        return grammar;
    }

    private Grammar options(boolean searched, boolean outermost) {
        List<Grammar> options = new ArrayList<>(List.of(option(searched, outermost)));
        while (take('|')) {
            options.add(option(searched, outermost));
        }
        return Grammar.anyOf(options);
    }

    private Grammar option(boolean searched, boolean outermost) {
        boolean begins = take('^');
        if (begins && !outermost) {
            throw refused("has an anchor within a group");
        }
        Grammar anything = Grammar.repeat(writing.of(Letters.others(List.of())), 0, -1);
        List<Grammar> parts = new ArrayList<>();
        if (searched && !begins) {
            parts.add(anything);
        }
        boolean ends = false;
        while (at < source.length() && peek() != '|' && peek() != ')') {
            if (take('$')) {
                ends = true;
                if (!outermost || (at < source.length() && peek() != '|')) {
                    throw refused("has an anchor within");
                }
            } else {
                parts.add(times(atom()));
            }
        }
        if (searched && !ends) {
            parts.add(anything);
        }
        return Grammar.sequence(parts);
    }

    private Grammar times(Grammar item) {
        Grammar repeated = item;
        if (take('*')) {
            repeated = Grammar.repeat(item, 0, -1);
        } else if (take('+')) {
            repeated = Grammar.repeat(item, 1, -1);
        } else if (take('?')) {
            repeated = Grammar.maybe(item);
        } else if (at < source.length() && peek() == '{') {
            at++;
            int least = number();
            int most = take(',') ? (peek() == '}' ? -1 : number()) : least;
            if (!take('}') || (most >= 0 && most < least)) {
                throw refused("counts wrongly");
            }
            repeated = Grammar.repeat(item, least, most);
        } else {
            return item;
        }
        take('?'); // whether it takes much or little changes nothing of what is matched as a whole
        return repeated;
    }

    private int number() {
        int begin = at;
        while (at < source.length() && Character.isDigit(source.charAt(at))) {
            at++;
        }
        if (begin == at || at - begin > 5 || Integer.parseInt(source.substring(begin, at)) > MOST_TIMES) {
            throw refused("counts wrongly, or beyond " + MOST_TIMES);
        }
        return Integer.parseInt(source.substring(begin, at));
    }

    private Grammar atom() {
        if (take('(')) {
            if (take('?') && !take(':')) {
                throw refused("looks around or names a group, which is not understood");
            }
            Grammar group = options(false, false);
            if (!take(')')) {
                throw refused("leaves a group open");
            }
            return group;
        }
        if (take('[')) {
            return writing.of(set());
        }
        if (take('.')) {
            return writing.of(Letters.others(BREAKS));
        }
        if ("*+?{".indexOf(peek()) >= 0) {
            throw refused("repeats nothing");
        }
        return writing.of(take('\\') ? escaped() : List.of(letter()));
    }

    private List<Range> set() {
        boolean others = take('^');
        List<Range> ranges = new ArrayList<>();
        while (at < source.length() && peek() != ']') {
            List<Range> first = take('\\') ? escaped() : List.of(letter());
            boolean range = at + 1 < source.length() && peek() == '-' && source.charAt(at + 1) != ']';
            if (!range) {
                ranges.addAll(first);
                continue;
            }
            at++;
            List<Range> last = take('\\') ? escaped() : List.of(letter());
            int from = first.getFirst().first();
            int to = last.getFirst().last();
            if (first.size() > 1 || last.size() > 1 || from > to) {
                throw refused("has a range that is none");
            }
            ranges.add(new Range(from, to));
        }
        if (!take(']')) {
            throw refused("leaves a set open");
        }
        return others ? Letters.others(ranges) : ranges;
    }

    private Range letter() {
        if (at == source.length()) {
            throw refused("ends too early");
        }
        int letter = source.codePointAt(at);
        at += Character.charCount(letter);
        return new Range(letter, letter);
    }

    private List<Range> escaped() {
        int letter = letter().first();
        return switch (letter) {
            case 'd' -> DIGITS;
            case 'D' -> Letters.others(DIGITS);
            case 'w' -> WORDS;
            case 'W' -> Letters.others(WORDS);
            case 's' -> SPACES;
            case 'S' -> Letters.others(SPACES);
            case 'n' -> single('\n');
            case 'r' -> single('\r');
            case 't' -> single('\t');
            case 'f' -> single('\f');
            case 'v' -> single(0x0B);
            case '0' -> single(0);
            case 'x' -> single(hexadecimal(2));
            case 'u' -> single(hexadecimal(4));
            default -> {
                if (Character.isLetterOrDigit(letter)) {
                    throw refused("escapes '" + Character.toString(letter) + "', which is not understood");
                }
                yield single(letter);
            }
        };
    }

    private int hexadecimal(int digits) {
        if (at + digits > source.length() || !source.substring(at, at + digits).matches("[0-9A-Fa-f]+")) {
            throw refused("escapes a number that is none");
        }
        at += digits;
        return Integer.parseInt(source.substring(at - digits, at), 16);
    }

    private static List<Range> single(int letter) {
        return List.of(new Range(letter, letter));
    }

    private char peek() {
        if (at == source.length()) {
            throw refused("ends too early");
        }
        return source.charAt(at);
    }

    private boolean take(char letter) {
        boolean there = at < source.length() && source.charAt(at) == letter;
        at += there ? 1 : 0;
        return there;
    }

    private ModelException refused(String what) {
        return new ModelException(Code.USER, "the regular expression %s %s, at letter %d".formatted(source, what, at));
    }
}
