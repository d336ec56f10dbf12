package warrant.llm.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;

/** Byte-pair merges (Sennrich et al. 2016): of all neighbours, the pair that was learned first is joined first. */
final class Merges {
    private final Map<Long, Merge> merges;

    private record Merge(int rank, int result) {}

    /** A join that was possible when it was queued: tokens at two places, which may have changed since. */
    private record Candidate(int rank, int left, int right, long pair, int result) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Integer.compare(left, other.left);
        }
    }

    private Merges(Map<Long, Merge> merges) {
        this.merges = merges;
    }

    /** The merges that a file lists, in order. */
    static Merges listed(Checkpoint file, Map<String, Integer> ids) {
        List<String> lines = file.list("tokenizer.ggml.merges", String.class);
        Map<Long, Merge> merges = new HashMap<>(lines.size() * 2);
        for (int rank = 0; rank < lines.size(); rank++) {
            String line = lines.get(rank);
            int space = line.indexOf(' ', 1);
            Integer left = space < 0 ? null : ids.get(line.substring(0, space));
            Integer right = space < 0 ? null : ids.get(line.substring(space + 1));
            Integer result = space < 0 ? null : ids.get(line.substring(0, space) + line.substring(space + 1));
            if (left == null || right == null || result == null) {
                throw new ModelException(
                        Code.UPSTREAM,
                        file.path() + ": merge " + rank + " of the tokenizer joins unknown tokens: " + line);
            }
            merges.putIfAbsent(pair(left, right), new Merge(rank, result));
        }
        return new Merges(merges);
    }

    /** Sentencepiece files list no merges: any two tokens merge that make one, those of the greatest score first. */
    static Merges scored(Checkpoint file, Map<String, Integer> ids) {
        List<Double> scores = file.list("tokenizer.ggml.scores", Double.class);
        if (scores.size() < ids.size()) {
            throw new ModelException(Code.UPSTREAM, file.path() + ": there are not as many scores as tokens");
        }
        int[] order = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -scores.get(id)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            boolean tie = place > 0 && scores.get(order[place]).equals(scores.get(order[place - 1]));
            rank[order[place]] = tie ? rank[order[place - 1]] : place;
        }
        Map<Long, Merge> merges = new HashMap<>();
        ids.forEach((token, id) -> {
            for (int cut = 1; cut < token.length(); cut++) {
                Integer left = ids.get(token.substring(0, cut));
                Integer right = left == null ? null : ids.get(token.substring(cut));
                if (left != null && right != null) {
                    merges.put(pair(left, right), new Merge(rank[id], id));
                }
            }
        });
        return new Merges(merges);
    }

    private static long pair(int left, int right) {
        return ((long) left << 32) | right;
    }

    /** @return the tokens after all merges; {@code tokens} is used up */
    List<Integer> joined(int[] tokens) {
        int[] next = new int[tokens.length];
        int[] previous = new int[tokens.length];
        Arrays.setAll(next, i -> i + 1);
        Arrays.setAll(previous, i -> i - 1);
        PriorityQueue<Candidate> queue = new PriorityQueue<>();
        for (int i = 0; i + 1 < tokens.length; i++) {
            offer(queue, tokens, i, i + 1);
        }
        while (!queue.isEmpty()) {
            Candidate join = queue.remove();
            int left = join.left();
            int right = join.right();
            boolean stale = tokens[left] < 0 || tokens[right] < 0 || pair(tokens[left], tokens[right]) != join.pair();
            if (stale || next[left] != right) {
                continue;
            }
            tokens[left] = join.result();
            tokens[right] = -1;
            next[left] = next[right];
            if (next[left] < tokens.length) {
                previous[next[left]] = left;
                offer(queue, tokens, left, next[left]);
            }
            if (previous[left] >= 0) {
                offer(queue, tokens, previous[left], left);
            }
        }
        List<Integer> into = new ArrayList<>();
        for (int i = 0; i < tokens.length; i = next[i]) {
            if (tokens[i] >= 0) {
                into.add(tokens[i]);
            }
        }
        return into;
    }

    private void offer(PriorityQueue<Candidate> queue, int[] token, int left, int right) {
        long pair = pair(token[left], token[right]);
        Merge merge = token[left] < 0 || token[right] < 0 ? null : merges.get(pair);
        if (merge != null) {
            queue.add(new Candidate(merge.rank(), left, right, pair, merge.result()));
        }
    }
}
