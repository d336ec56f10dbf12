package warrant.llm.torch;

import java.util.Map;

/**
 * The TorchScript methods with which tokens look at each other: {@code masks} (kinds of layers, of them tensors
 * {@code (GROUP n, positions)}), {@code turns} (cosines and sines of each kind), {@code heads} (queries {@code (n,
 * heads, width)}, keys and values {@code (keyHeads, n, width)}), {@code values}, {@code attend} {@code (n, heads
 * values)} and {@code output} {@code (n, hidden)}.
 */
final class AttentionScript {
    private static final String ALL_FAR = """
            def masks(self: __torch__.M, at: Tensor, seen: Tensor) -> List[Tensor]:
              return [torch.repeat(seen, [$GROUP, 1])]
            def turns(self: __torch__.M, at: Tensor, w: List[Tensor]) -> List[Tensor]:
              c = torch.unsqueeze(torch.index_select(w[3], 0, at), 1)
              s = torch.unsqueeze(torch.index_select(w[4], 0, at), 1)
              return [c, s]
            """;

    /** The prefix's keys stand at its positions, those of the batch at their own. */
    private static final String SOME_NEAR = """
            def masks(self: __torch__.M, at: Tensor, seen: Tensor) -> List[Tensor]:
              prefix = torch.size(seen, 1) - torch.size(seen, 0)
              first = torch.arange(prefix, dtype=4, layout=None, device=ops.prim.device(at))
              keys = torch.cat([first, at])
              past = torch.ge(torch.sub(torch.unsqueeze(at, 1), torch.unsqueeze(keys, 0)), $REACH)
              near = torch.masked_fill(seen, past, -3.0e+38)
              return [torch.repeat(seen, [$GROUP, 1]), torch.repeat(near, [$GROUP, 1])]
            def turns(self: __torch__.M, at: Tensor, w: List[Tensor]) -> List[Tensor]:
              c = torch.unsqueeze(torch.index_select(w[3], 0, at), 1)
              s = torch.unsqueeze(torch.index_select(w[4], 0, at), 1)
              c2 = torch.unsqueeze(torch.index_select(w[5], 0, at), 1)
              s2 = torch.unsqueeze(torch.index_select(w[6], 0, at), 1)
              return [c, s, c2, s2]
            """;

    private static final String GROUPED = """
            def heads(self: __torch__.M, h: Tensor, c: Tensor, s: Tensor, b: int, w: List[Tensor]) -> List[Tensor]:
              qkv = torch.add(self.linear(h, @qkv), @bias)
              parts = torch.view(qkv, [torch.size(h, 0), $ALLHEADS, $KEYWIDTH])
              qk = self.rotate($QK, c, s)
              k = torch.transpose(torch.slice(qk, 1, $HEADS, $HEADS + $KEYS), 0, 1)
              v = torch.transpose(torch.slice(parts, 1, $HEADS + $KEYS, $ALLHEADS), 0, 1)
              return [torch.slice(qk, 1, 0, $HEADS), k, v]
            def values(self: __torch__.M, k: Tensor, v: Tensor) -> Tensor:
              return v
            def output(self: __torch__.M, a: Tensor, b: int, w: List[Tensor]) -> Tensor:
              return self.linear(a, @output)
            """;

    /** Queries and keys as they come from their product, and normed head by head. */
    private static final String PLAIN_HEADS = "torch.slice(parts, 1, 0, $HEADS + $KEYS)";

    private static final String NORMED_HEADS =
            "torch.mul(torch.rms_norm(" + PLAIN_HEADS + ", [$KEYWIDTH], None, $EPSILON), @headnorms)";

    /** A key is the short vector and, behind it, what is turned; a value is the short vector. */
    private static final String LATENT = """
            def heads(self: __torch__.M, h: Tensor, c: Tensor, s: Tensor, b: int, w: List[Tensor]) -> List[Tensor]:
              n = torch.size(h, 0)
              all = self.linear(h, @short)
              q = torch.view($QUERIES, [n, $HEADS, $PLAIN + $TURNED])
              plain = torch.transpose(torch.slice(q, 2, 0, $PLAIN), 0, 1)
              near = torch.transpose(torch.bmm(plain, @keys), 0, 1)
              turned = self.rotate(torch.slice(q, 2, $PLAIN, $PLAIN + $TURNED), c, s)
              kept = torch.rms_norm(torch.slice(all, 1, $FIRST, $FIRST + $RANK), [$RANK], @keptnorm, $EPSILON)
              last = torch.slice(all, 1, $FIRST + $RANK, $FIRST + $RANK + $TURNED)
              key = torch.cat([torch.unsqueeze(kept, 1), self.rotate(torch.unsqueeze(last, 1), c, s)], -1)
              k = torch.transpose(key, 0, 1)
              return [torch.cat([near, turned], -1), k, torch.slice(k, 2, 0, 0)]
            def values(self: __torch__.M, k: Tensor, v: Tensor) -> Tensor:
              return torch.slice(k, 2, 0, $RANK)
            def output(self: __torch__.M, a: Tensor, b: int, w: List[Tensor]) -> Tensor:
              n = torch.size(a, 0)
              kept = torch.transpose(torch.view(a, [n, $HEADS, $RANK]), 0, 1)
              v = torch.transpose(torch.bmm(kept, @values), 0, 1)
              return self.linear(torch.reshape(v, [n, $HEADS * $HEADVALUES]), @output)
            """;

    private static final String STRAIGHT_QUERIES = "torch.slice(all, 1, 0, $FIRST)";

    private static final String SHORT_QUERIES =
            "self.linear(torch.rms_norm(" + STRAIGHT_QUERIES + ", [$FIRST], @querynorm, $EPSILON), @queries)";

    private static final String ATTEND = """
            def attend(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
              n = torch.size(q, 0)
              q1 = torch.reshape(torch.transpose(q, 0, 1), [1, $KEYS, $GROUP * n, $KEYWIDTH])
              a = self.looked(q1, torch.unsqueeze(k, 0), torch.unsqueeze(v, 0), mask)
              a1 = torch.transpose(torch.view(a, [$HEADS, n, $VALUEWIDTH]), 0, 1)
              return torch.reshape(a1, [n, $HEADS * $VALUEWIDTH])
            """;

    private static final String UNCAPPED = """
            def looked(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
              return torch.scaled_dot_product_attention(q, k, v, mask, 0., False, scale=$SCALE)
            """;

    private static final String CAPPED = """
            def looked(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
              z = torch.mul(torch.matmul(q, torch.transpose(k, -2, -1)), $SCALE)
              z1 = torch.mul(torch.tanh(torch.div(z, $CAP)), $CAP)
              return torch.matmul(torch.softmax(torch.add(z1, mask), -1), v)
            """;

    private AttentionScript() {}

    /** @return the methods, with names in them that {@link DecoderScript} and {@link LayerLayout} fill in */
    static String of(DecoderShape shape) {
        String source = (shape.near().isPresent() ? SOME_NEAR : ALL_FAR)
                + ATTEND
                + switch (shape.attention()) {
                    case Attention.Grouped grouped -> grouped(grouped);
                    case Attention.Latent latent -> latent(latent);
                };
        Attention attention = shape.attention();
        return source.replace(
                        "$REACH",
                        String.valueOf(
                                shape.near().map(DecoderShape.Near::reach).orElse(0)))
                .replace("$GROUP", String.valueOf(attention.heads() / attention.keyHeads()))
                .replace("$HEADS", String.valueOf(attention.heads()))
                .replace("$VALUEWIDTH", String.valueOf(attention.valueWidth()))
                .replace("$SCALE", String.valueOf(attention.scale()));
    }

    private static String grouped(Attention.Grouped grouped) {
        return (GROUPED + (grouped.cap() > 0 ? CAPPED : UNCAPPED))
                .replace("$QK", grouped.norms() ? NORMED_HEADS : PLAIN_HEADS)
                .replace("$ALLHEADS", String.valueOf(grouped.heads() + 2 * grouped.keyHeads()))
                .replace("$CAP", String.valueOf(grouped.cap()));
    }

    private static String latent(Attention.Latent latent) {
        String source =
                (LATENT + UNCAPPED).replace("$QUERIES", latent.queryRank() > 0 ? SHORT_QUERIES : STRAIGHT_QUERIES);
        for (Map.Entry<String, Integer> name : Map.of(
                        "$PLAIN", latent.plain(),
                        "$FIRST", latent.firstRows(),
                        "$RANK", latent.rank(),
                        "$HEADVALUES", latent.headValues())
                .entrySet()) {
            source = source.replace(name.getKey(), name.getValue().toString());
        }
        return source;
    }
}
