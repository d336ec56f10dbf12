package warrant.llm.token;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;

/** Byte-pair merges (Sennrich et al. 2016): of all neighbours, the pair that was learned first is joined first. */
final class Merges {
    private final Map<String, Integer> ids;
    private final Map<Long, Merge> merges;
    private final int[] letterIds;

    private record Merge(int rank, int result) {}

    /** A join that was possible when it was queued: tokens at two places, which may have changed since. */
    private record Candidate(int rank, int left, int right, long pair, int result) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Integer.compare(left, other.left);
        }
    }

    private Merges(Map<String, Integer> ids, Map<Long, Merge> merges) {
        this.ids = ids;
        this.merges = merges;
        this.letterIds = new int[512];
        for (char letter = 0; letter < letterIds.length; letter++) {
            letterIds[letter] = ids.getOrDefault(String.valueOf(letter), -1);
        }
    }

    static Merges of(Checkpoint file, Map<String, Integer> ids) {
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
        return new Merges(ids, merges);
    }

    private static long pair(int left, int right) {
        return ((long) left << 32) | right;
    }

    /** @param piece in byte letters */
    void encode(String piece, List<Integer> into) {
        Integer whole = ids.get(piece);
        if (whole != null && piece.length() == 1) {
            into.add(whole);
            return;
        }
        int[] token = piece.chars().map(letter -> letterIds[letter]).toArray();
        int[] next = new int[token.length];
        int[] previous = new int[token.length];
        Arrays.setAll(next, i -> i + 1);
        Arrays.setAll(previous, i -> i - 1);
        PriorityQueue<Candidate> queue = new PriorityQueue<>();
        for (int i = 0; i + 1 < token.length; i++) {
            offer(queue, token, i, i + 1);
        }
        while (!queue.isEmpty()) {
            Candidate join = queue.remove();
            int left = join.left();
            int right = join.right();
            boolean stale = token[left] < 0 || token[right] < 0 || pair(token[left], token[right]) != join.pair();
            if (stale || next[left] != right) {
                continue;
            }
            token[left] = join.result();
            token[right] = -1;
            next[left] = next[right];
            if (next[left] < token.length) {
                previous[next[left]] = left;
                offer(queue, token, left, next[left]);
            }
            if (previous[left] >= 0) {
                offer(queue, token, previous[left], left);
            }
        }
        for (int i = 0; i < token.length; i = next[i]) {
            if (token[i] >= 0) {
                into.add(token[i]);
            }
        }
    }

    private void offer(PriorityQueue<Candidate> queue, int[] token, int left, int right) {
        long pair = pair(token[left], token[right]);
        Merge merge = token[left] < 0 || token[right] < 0 ? null : merges.get(pair);
        if (merge != null) {
            queue.add(new Candidate(merge.rank(), left, right, pair, merge.result()));
        }
    }
}
