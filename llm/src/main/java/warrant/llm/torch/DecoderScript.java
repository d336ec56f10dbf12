package warrant.llm.torch;

import java.util.Map;

/**
 * The TorchScript source of a decoder.
 *
 * <p>A state is a list of tensors: first the last layer's output at the wanted rows, {@code (rows, hidden)}, then for
 * each layer the keys and the values of all positions so far, {@code (keyHeads, positions, headWidth)}.
 *
 * <p>The list of weights holds: the head (two tensors), the last norm, cosines, sines, and for each layer: norm, joined
 * query, key and value matrix (two tensors), its bias, output matrix (two), norm, joined gate and up matrix (two), down
 * matrix (two), and where heads are normed those norms. A matrix is two tensors: the numbers as the precision wants
 * them, and their scales or nothing.
 */
final class DecoderScript {
    /** Tensors before the first layer's. */
    private static final int FIRST = 5;

    /** Tensors of one layer, without the norms of heads. */
    private static final int STRIDE = 11;

    /** Queries and keys as they come from their product, and normed head by head. */
    private static final String PLAIN_HEADS = "torch.slice(parts, 1, 0, $HEADS + $KEYS)";

    private static final String NORMED_HEADS =
            "torch.mul(torch.rms_norm(" + PLAIN_HEADS + ", [$WIDTH], None, $EPSILON), w[b + 11])";

    private static final String LOADING = """
            def empty(self: __torch__.M, rows: int, columns: int) -> Tensor:
              return torch.empty([rows, columns], dtype=6)
            def emptyhalves(self: __torch__.M, rows: int, columns: int) -> Tensor:
              return torch.empty([rows, columns], dtype=15)
            def emptybytes(self: __torch__.M, rows: int, columns: int) -> Tensor:
              return torch.empty([rows, columns], dtype=1)
            def list(self: __torch__.M) -> List[Tensor]:
              return annotate(List[Tensor], [])
            def push(self: __torch__.M, to: List[Tensor], x: Tensor) -> int:
              _0 = torch.append(to, x)
              return torch.len(to)
            """;

    private static final String F32 = """
            def pack(self: __torch__.M, to: List[Tensor], x: Tensor) -> int:
              _0 = torch.append(to, ops.mkldnn._reorder_linear_weight(x, $BATCH))
              _1 = torch.append(to, torch.zeros([1]))
              return torch.len(to)
            def linear(self: __torch__.M, x: Tensor, w: Tensor, s: Tensor) -> Tensor:
              return ops.mkldnn._linear_pointwise(x, w, None, "none", [], "")
            """;

    private static final String BF16 = """
            def pack(self: __torch__.M, to: List[Tensor], x: Tensor) -> int:
              _0 = torch.append(to, ops.mkldnn._reorder_linear_weight(x, $BATCH))
              _1 = torch.append(to, torch.zeros([1]))
              return torch.len(to)
            def linear(self: __torch__.M, x: Tensor, w: Tensor, s: Tensor) -> Tensor:
              return torch.to(ops.mkldnn._linear_pointwise(torch.to(x, 15), w, None, "none", [], ""), 6)
            """;

    /** A number is step * (256 high + low), both bytes stored 128 too great, as the kernel wants them. */
    private static final String INT8 = """
            def packbytes(self: __torch__.M, to: List[Tensor], x: Tensor, s: Tensor) -> int:
              _0 = torch.append(to, ops.onednn.qlinear_prepack(x, [$BATCH, torch.size(x, 1)]))
              _1 = torch.append(to, s)
              return torch.len(to)
            def linear(self: __torch__.M, x: Tensor, w: Tensor, s: Tensor) -> Tensor:
              n = torch.size(x, 0)
              step = torch.div(torch.clamp_min(torch.amax(torch.abs(x), [-1], True), 1e-30), 32512.)
              low = torch.round_(torch.div(x, step))
              high = torch.floor_(torch.add_(torch.mul(low, 0.00390625), 0.5))
              _0 = torch.add_(torch.sub_(low, high, alpha=256), 128.)
              _1 = torch.add_(high, 128.)
              zero = torch.zeros([torch.size(s, 0)], dtype=4)
              if n < 16:
                u = torch.to(torch.cat([low, high]), 0)
                y = ops.onednn.qlinear_pointwise(u, 1., 128, w, s, zero, None, 1., 0, 6, "none", [], "")
                z = torch.add(torch.slice(y, 0, 0, n), torch.slice(y, 0, n, 2 * n), alpha=256)
              else:
                y = ops.onednn.qlinear_pointwise(
                  torch.to(low, 0), 1., 128, w, s, zero, None, 1., 0, 6, "none", [], "")
                z = ops.onednn.qlinear_pointwise(
                  torch.to(high, 0), 256., 128, w, s, zero, y, None, 1., 0, 6, 1., 0, "sum", 1., "none", [], "")
              return torch.mul_(z, step)
            """;

    private static final String STEP = """
            def rotate(self: __torch__.M, x: Tensor, c: Tensor, s: Tensor) -> Tensor:
              a = torch.slice(x, -1, 0, $HALF)
              b = torch.slice(x, -1, $HALF, $WIDTH)
              return torch.add(torch.mul(x, c), torch.mul(torch.cat([torch.neg(b), a], -1), s))
            def attend(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
              n = torch.size(q, 0)
              q1 = torch.reshape(torch.transpose(q, 0, 1), [1, $KEYS, $GROUP * n, $WIDTH])
              a = torch.scaled_dot_product_attention(q1, torch.unsqueeze(k, 0), torch.unsqueeze(v, 0), mask)
              return torch.reshape(torch.transpose(torch.view(a, [$HEADS, n, $WIDTH]), 0, 1), [n, $HEADS * $WIDTH])
            def step(self: __torch__.M, x0: Tensor, at: Tensor, seen: Tensor, rows: Tensor, keep: int,
                state: List[Tensor], w: List[Tensor]) -> List[Tensor]:
              x = x0
              n = torch.size(x, 0)
              mask = torch.repeat(seen, [$GROUP, 1])
              c = torch.unsqueeze(torch.index_select(w[3], 0, at), 1)
              s = torch.unsqueeze(torch.index_select(w[4], 0, at), 1)
              out = annotate(List[Tensor], [])
              _0 = torch.append(out, x)
              for i in range($LAYERS):
                b = $FIRST + i * $STRIDE
                h = torch.rms_norm(x, [$HIDDEN], w[b], $EPSILON)
                qkv = torch.add(self.linear(h, w[b + 1], w[b + 2]), w[b + 3])
                parts = torch.view(qkv, [n, $ALLHEADS, $WIDTH])
                qk = self.rotate($QK, c, s)
                q = torch.slice(qk, 1, 0, $HEADS)
                k1 = torch.transpose(torch.slice(qk, 1, $HEADS, $HEADS + $KEYS), 0, 1)
                v1 = torch.transpose(torch.slice(parts, 1, $HEADS + $KEYS, $ALLHEADS), 0, 1)
                k = torch.cat([state[1 + 2 * i], k1], 1)
                v = torch.cat([state[2 + 2 * i], v1], 1)
                if keep == 1:
                  _1 = torch.append(out, k)
                  _2 = torch.append(out, v)
                a = self.attend(q, k, v, mask)
                if i == $LAYERS - 1:
                  a = torch.index_select(a, 0, rows)
                  x = torch.index_select(x, 0, rows)
                if torch.size(a, 0) > 0:
                  x = torch.add(x, self.linear(a, w[b + 4], w[b + 5]))
                  h2 = torch.rms_norm(x, [$HIDDEN], w[b + 6], $EPSILON)
                  gu = self.linear(h2, w[b + 7], w[b + 8])
                  m = torch.mul(torch.silu(torch.slice(gu, 1, 0, $INNER)), torch.slice(gu, 1, $INNER, 2 * $INNER))
                  x = torch.add(x, self.linear(m, w[b + 9], w[b + 10]))
              _3 = torch._set_item(out, 0, torch.rms_norm(x, [$HIDDEN], w[2], $EPSILON))
              return out
            def share(self: __torch__.M, state: List[Tensor]) -> List[Tensor]:
              out = annotate(List[Tensor], [])
              for i in range(torch.len(state)):
                _0 = torch.append(out, state[i])
              return out
            def cut(self: __torch__.M, state: List[Tensor], n: int) -> List[Tensor]:
              out = [state[0]]
              for i in range(2 * $LAYERS):
                _0 = torch.append(out, torch.slice(state[1 + i], 1, 0, n))
              return out
            def start(self: __torch__.M) -> List[Tensor]:
              out = annotate(List[Tensor], [])
              for i in range(1 + 2 * $LAYERS):
                _0 = torch.append(out, torch.zeros([$KEYS, 0, $WIDTH]))
              return out
            """;

    /** Exact are the products with rows of the head in F32, which come with the call. */
    private static final String HEAD = """
            def logits(self: __torch__.M, state: List[Tensor], begin: int, end: int, w: List[Tensor]) -> Tensor:
              return self.linear(torch.slice(state[0], 0, begin, end), w[0], w[1])
            def exact(self: __torch__.M, state: List[Tensor], row: Tensor, token: Tensor, head: Tensor) -> Tensor:
              h = torch.index_select(state[0], 0, row)
              return torch.sum(torch.mul(h, torch.index_select(head, 0, token)), -1)
            def norms(self: __torch__.M, state: List[Tensor], begin: int, end: int, row: Tensor, token: Tensor,
                w: List[Tensor]) -> Tensor:
              z = self.logits(state, begin, end, w)
              norm = torch.index_select(torch.logsumexp(z, [-1]), 0, row)
              at = torch.add(torch.mul(row, $VOCABULARY), token)
              return torch.cat([norm, torch.index_select(torch.flatten(z), 0, at)])
            """;

    private DecoderScript() {}

    static String of(DecoderShape shape, Precision precision, int batch) {
        String products = switch (precision) {
            case F32 -> F32;
            case BF16 -> BF16;
            case INT8 -> INT8;
        };
        String queriesAndKeys = shape.headNorms() ? NORMED_HEADS : PLAIN_HEADS;
        String source = (LOADING + products + STEP + HEAD).replace("$QK", queriesAndKeys);
        Map<String, Object> names = Map.ofEntries(
                Map.entry("$BATCH", batch),
                Map.entry("$HALF", shape.headWidth() / 2),
                Map.entry("$WIDTH", shape.headWidth()),
                Map.entry("$KEYS", shape.keyHeads()),
                Map.entry("$GROUP", shape.heads() / shape.keyHeads()),
                Map.entry("$HEADS", shape.heads()),
                Map.entry("$ALLHEADS", shape.heads() + 2 * shape.keyHeads()),
                Map.entry("$HIDDEN", shape.hidden()),
                Map.entry("$INNER", shape.inner()),
                Map.entry("$LAYERS", shape.layers()),
                Map.entry("$EPSILON", shape.epsilon()),
                Map.entry("$VOCABULARY", shape.vocabulary()),
                Map.entry("$FIRST", FIRST),
                Map.entry("$STRIDE", shape.headNorms() ? STRIDE + 1 : STRIDE));
        for (Map.Entry<String, Object> name : names.entrySet()) {
            source = source.replace(name.getKey(), name.getValue().toString());
        }
        return source;
    }
}
