package warrant.llm.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import warrant.llm.Constraint;
import warrant.llm.decode.Acceptor;
import warrant.llm.decode.Vocabulary;
import warrant.llm.token.Tokenizer;
import warrant.llm.weights.Checkpoint;

/**
 * What it costs to find which tokens a constraint allows: under the first constraint of all, under one that was not met
 * before though others of its kind were, and under one that was.
 */
public final class Masks {
    private static final int ROUNDS = 20;
    private static final String SCHEMA = """
            {"type": "array", "items": {"type": "object", "required": ["party#", "amount", "kind"], "properties": {
              "party#": {"type": "string", "maxLength": MOST}, "amount": {"type": "number", "minimum": #},
              "kind": {"enum": ["due", "paid#"]}}}}""";
    private static final String ANSWER =
            "[{\"party#\": \"Alder & Sons plc\", \"amount\": 12450.75, \"kind\": \"due\"}]";
    private static final String GRAMMAR =
            "root ::= sum (\" = \" sum \" (#)\")?\nsum ::= term ([+-] term)*\n" + "term ::= [0-9]+ | \"(\" sum \")\"";

    private Masks() {}

    /** A constraint and an answer that it allows. */
    private record Case(Constraint constraint, String answer) {}

    /** @param arguments a model, and the file to which the figures go */
    public static void main(String[] arguments) throws IOException {
        try (Checkpoint file = Checkpoint.open(Path.of(arguments[0]))) {
            new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), measure(Tokenizer.of(file)));
        }
    }

    static List<Figure> measure(Tokenizer tokenizer) {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures(
                "JSON schema",
                tokenizer,
                i -> new Case(
                        new Constraint.JsonSchema(numbered(SCHEMA, i).replace("MOST", String.valueOf(30 + i))),
                        numbered(ANSWER, i))));
        figures.addAll(figures(
                "grammar",
                tokenizer,
                i -> new Case(new Constraint.Grammatical(numbered(GRAMMAR, i)), "(12+3)-(4+(5-6))+789 = 12")));
        figures.addAll(figures("span", tokenizer, i -> {
            String text = i + " " + Workload.standard().passage();
            return new Case(new Constraint.SpanOf(text, 12), text.substring(0, 60));
        }));
        return figures;
    }

    private static List<Figure> figures(String kind, Tokenizer tokenizer, IntFunction<Case> cases) {
        Vocabulary vocabulary = new Vocabulary(tokenizer);
        double first = micros(tokenizer, vocabulary, acceptor(cases.apply(0)), cases.apply(0));
        double fresh = 0;
        double known = 0;
        for (int i = 1; i <= 2 * ROUNDS; i++) {
            Case one = cases.apply(i);
            Acceptor acceptor = acceptor(one);
            double once = micros(tokenizer, vocabulary, acceptor, one);
            double again = micros(tokenizer, vocabulary, acceptor, one);
            // the first half is for the compiler of this machine's code
            fresh += i > ROUNDS ? once / ROUNDS : 0;
            known += i > ROUNDS ? again / ROUNDS : 0;
        }
        return List.of(
                new Figure("mask a token, first of all: " + kind, first, "µs"),
                new Figure("mask a token, new constraint: " + kind, fresh, "µs"),
                new Figure("mask a token, met before: " + kind, known, "µs"));
    }

    private static String numbered(String text, int number) {
        return text.replace("#", String.valueOf(number));
    }

    private static Acceptor acceptor(Case one) {
        return Acceptor.of(one.constraint(), "");
    }

    /** @return a mask on average, for each token of the answer, the automaton's steps included */
    private static double micros(Tokenizer tokenizer, Vocabulary vocabulary, Acceptor acceptor, Case one) {
        int[] tokens = tokenizer.encode(one.answer());
        Acceptor.@Nullable State at = acceptor.start();
        long begin = System.nanoTime();
        for (int token : tokens) {
            if (at == null) {
                throw new IllegalStateException("not allowed: " + one.answer());
            }
            vocabulary.allowed(at);
            at = after(at, new String(tokenizer.bytes(token), StandardCharsets.ISO_8859_1));
        }
        return (System.nanoTime() - begin) / 1e3 / tokens.length;
    }

    private static Acceptor.@Nullable State after(Acceptor.State from, String bytes) {
        Acceptor.@Nullable State at = from;
        for (int i = 0; i < bytes.length() && at != null; i++) {
            at = at.next(bytes.charAt(i));
        }
        return at;
    }
}
