package warrant.llm.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import warrant.llm.Context.Question;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** From the likeliest first tokens of an answer to the shares of the options that they begin. */
final class Shares {
    private Shares() {}

    /**
     * A token counts for the option that it begins, whatever the case of its letters and the space before it. An option
     * that none begins is taken to be as likely as the least likely token that was told: it is less likely still.
     *
     * @param alternatives with {@code token} and {@code logprob}
     * @throws ModelException with code {@code USER} if a token that tells begins several options
     */
    static double[] of(Question question, JsonNode alternatives) {
        double[] shares = new double[question.options().size()];
        double least = 0;
        for (JsonNode alternative : alternatives) {
            double share = Math.exp(alternative.path("logprob").asDouble());
            least = least == 0 ? share : Math.min(least, share);
            List<Integer> begun =
                    begun(question.options(), alternative.path("token").asText());
            if (begun.size() > 1) {
                throw new ModelException(
                        Code.USER,
                        "the options " + question.options()
                                + " begin alike, so that a server's first token does not tell"
                                + " them apart. Maybe let their first words differ");
            }
            for (int option : begun) {
                shares[option] += share;
            }
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(shares[i], least);
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private static List<Integer> begun(List<String> options, String token) {
        String plain = token.strip().toLowerCase(Locale.ROOT);
        List<Integer> begun = new ArrayList<>();
        if (!plain.isEmpty()) {
            IntStream.range(0, options.size())
                    .filter(i -> options.get(i).strip().toLowerCase(Locale.ROOT).startsWith(plain))
                    .forEach(begun::add);
        }
        return begun;
    }
}
