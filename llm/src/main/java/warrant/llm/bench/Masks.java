package warrant.llm.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.llm.Constraint;
import warrant.llm.decode.Acceptor;
import warrant.llm.decode.Vocabulary;
import warrant.llm.token.Tokenizer;
import warrant.llm.weights.Checkpoint;

/** What it costs to find which tokens a constraint allows: the first answer of its kind, and one after others. */
public final class Masks {
    private static final int ROUNDS = 20;
    private static final String SCHEMA = """
            {"type": "array", "items": {"type": "object", "required": ["party", "amount", "kind"], "properties": {
              "party": {"type": "string", "maxLength": 40}, "amount": {"type": "number", "minimum": 0},
              "kind": {"enum": ["due", "paid"]}}}}""";
    private static final String ANSWER = "[{\"party\": \"Alder & Sons plc\", \"amount\": 12450.75, \"kind\": \"due\"}]";

    private Masks() {}

    /** @param arguments a model, and the file to which the figures go */
    public static void main(String[] arguments) throws IOException {
        try (Checkpoint file = Checkpoint.open(Path.of(arguments[0]))) {
            new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), measure(Tokenizer.of(file)));
        }
    }

    private static List<Figure> measure(Tokenizer tokenizer) {
        String text = Workload.standard().passage();
        Map<String, Map.Entry<Constraint, String>> cases = new LinkedHashMap<>();
        cases.put("JSON schema", Map.entry(new Constraint.JsonSchema(SCHEMA), ANSWER));
        cases.put(
                "grammar",
                Map.entry(
                        new Constraint.Grammatical("root ::= sum (\" = \" sum)?\nsum ::= term ([+-] term)*\n"
                                + "term ::= [0-9]+ | \"(\" sum \")\""),
                        "(12+3)-(4+(5-6))+789 = 12"));
        cases.put("span", Map.entry(new Constraint.SpanOf(text, 12), text.substring(0, 60)));
        List<Figure> figures = new ArrayList<>();
        cases.forEach((name, each) -> {
            figures.add(figure("mask, first answer: " + name, tokenizer, each, 1));
            figures.add(figure("mask, later answers: " + name, tokenizer, each, ROUNDS));
        });
        return figures;
    }

    /** Of several rounds the first is left out. */
    private static Figure figure(String name, Tokenizer tokenizer, Map.Entry<Constraint, String> each, int rounds) {
        Vocabulary vocabulary = new Vocabulary(tokenizer);
        Acceptor acceptor = Acceptor.of(each.getKey(), "");
        long nanos = 0;
        int masks = 0;
        for (int round = 0; round < rounds; round++) {
            Acceptor.@Nullable State at = acceptor.start();
            for (int token : tokenizer.encode(each.getValue())) {
                if (at == null) {
                    break;
                }
                long begin = System.nanoTime();
                vocabulary.allowed(at);
                if (round > 0 || rounds == 1) {
                    nanos += System.nanoTime() - begin;
                    masks++;
                }
                at = after(at, new String(tokenizer.bytes(token), StandardCharsets.ISO_8859_1));
            }
        }
        return new Figure(name, nanos / 1e3 / masks, "µs");
    }

    private static Acceptor.@Nullable State after(Acceptor.State from, String bytes) {
        Acceptor.@Nullable State at = from;
        for (int i = 0; i < bytes.length() && at != null; i++) {
            at = at.next(bytes.charAt(i));
        }
        return at;
    }
}
