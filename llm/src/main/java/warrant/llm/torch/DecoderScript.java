package warrant.llm.torch;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import warrant.llm.weights.FourBits;

/**
 * The TorchScript source of a decoder.
 *
 * <p>A state is a list of tensors: first the last layer's output at the wanted rows, {@code (rows, hidden)}, then for
 * each layer the keys and the values of all positions so far, {@code (keyHeads, positions, width)}. {@code step} makes
 * a new state. {@code write} works on states with {@code room} for more positions and writes into them: some rows of
 * each of several sequences, each row attending alone, so that its numbers do not depend on the others.
 *
 * <p>The list of weights holds: the head (two tensors), the last norm, cosines, sines, where layers are near theirs
 * too, and then each layer as {@link LayerLayout} has it.
 */
final class DecoderScript {
    private static final String LOADING = """
            def empty(self: __torch__.M, rows: int, columns: int) -> Tensor:
              return torch.empty([rows, columns], dtype=6)
            def emptyhalves(self: __torch__.M, rows: int, columns: int) -> Tensor:
              return torch.empty([rows, columns], dtype=15)
            def emptybytes(self: __torch__.M, rows: int, columns: int) -> Tensor:
              return torch.empty([rows, columns], dtype=1)
            def some(self: __torch__.M, x: Tensor, begin: int, end: int) -> Tensor:
              return torch.slice(x, 0, begin, end)
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

    /** Without packing, as on CUDA: a matrix is moved to where it is used, in the type in which it is multiplied. */
    private static final String PLAIN = """
            def pack(self: __torch__.M, to: List[Tensor], x: Tensor) -> int:
              _0 = torch.append(to, torch.to(x, torch.device("$DEVICE"), $TYPE))
              _1 = torch.append(to, torch.zeros([1]))
              return torch.len(to)
            def linear(self: __torch__.M, x: Tensor, w: Tensor, s: Tensor) -> Tensor:
              return torch.to(torch.linear(torch.to(x, $TYPE), w), 6)
            """;

    private static final Map<Precision, String> TYPES = Map.of(Precision.F32, "6", Precision.BF16, "15");

    /** A number is step * (256 high + low), both bytes stored 128 too great, as the kernel wants them. */
    private static final String INT8 = """
            def packbytes(self: __torch__.M, to: List[Tensor], x: Tensor, s: Tensor) -> int:
              _0 = torch.append(to, ops.onednn.qlinear_prepack(x, [$BATCH, torch.size(x, 1)]))
              _1 = torch.append(to, s)
              return torch.len(to)
            def bytes(self: __torch__.M, x: Tensor, w: Tensor, s: Tensor) -> Tensor:
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

    private static final String ONLY_BYTES = """
            def linear(self: __torch__.M, x: Tensor, w: Tensor, s: Tensor) -> Tensor:
              return self.bytes(x, w, s)
            """;

    /** Scales of groups, {@code (groups, rows, 2)}, tell a matrix of nibbles from one of bytes. */
    private static final String INT4 = """
            def packnibbles(self: __torch__.M, to: List[Tensor], x: Tensor, s: Tensor) -> int:
              _0 = torch.append(to, torch._convert_weight_to_int4pack_for_cpu(x, 1))
              _1 = torch.append(to, torch.to(s, 15))
              return torch.len(to)
            def emptywhole(self: __torch__.M, rows: int, columns: int) -> Tensor:
              return torch.empty([rows, columns], dtype=3)
            def linear(self: __torch__.M, x: Tensor, w: Tensor, s: Tensor) -> Tensor:
              if torch.dim(s) == 3:
                y = torch.to(torch._weight_int4pack_mm_for_cpu(torch.to(x, 15), w, $FOURS, s), 6)
              else:
                y = self.bytes(x, w, s)
              return y
            """;

    private static final String STEP = """
            def step(self: __torch__.M, x0: Tensor, at: Tensor, seen: Tensor, rows: Tensor, keep: int,
                state: List[Tensor], w: List[Tensor]) -> List[Tensor]:
              x = self.scaled(x0)
              masks = self.masks(at, seen)
              turns = self.turns(at, w)
              near = [$NEAR]
              begins = [$BEGINS]
              out = annotate(List[Tensor], [])
              _0 = torch.append(out, x)
              for i in range($LAYERS):
                b = begins[i]
                h = torch.rms_norm(x, [$HIDDEN], @norm, $EPSILON)
                qkv = self.heads(h, turns[2 * near[i]], turns[2 * near[i] + 1], b, w)
                k = torch.cat([state[1 + 2 * i], qkv[1]], 1)
                v = torch.cat([state[2 + 2 * i], qkv[2]], 1)
                if keep == 1:
                  _1 = torch.append(out, k)
                  _2 = torch.append(out, v)
                a = self.attend(qkv[0], k, self.values(k, v), masks[near[i]])
                if i == $LAYERS - 1:
                  a = torch.index_select(a, 0, rows)
                  x = torch.index_select(x, 0, rows)
                if torch.size(a, 0) > 0:
                  x = self.after(x, a, i, b, w)
              _3 = torch._set_item(out, 0, torch.rms_norm(x, [$HIDDEN], w[2], $EPSILON))
              return out
            def after(self: __torch__.M, x0: Tensor, a: Tensor, i: int, b: int, w: List[Tensor]) -> Tensor:
              x = torch.add(x0, self.afterattention(self.output(a, b, w), b, w))
              h = torch.rms_norm(x, [$HIDDEN], @feednorm, $EPSILON)
              return torch.add(x, self.afterfeed(self.feed(h, i, b, w), b, w))
            def rotate(self: __torch__.M, x: Tensor, c: Tensor, s: Tensor) -> Tensor:
              a = torch.slice(x, -1, 0, $HALF)
              b = torch.slice(x, -1, $HALF, $TURNED)
              return torch.add(torch.mul(x, c), torch.mul(torch.cat([torch.neg(b), a], -1), s))
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
            def start(self: __torch__.M, w: List[Tensor]) -> List[Tensor]:
              out = annotate(List[Tensor], [])
              _0 = torch.append(out, torch.new_zeros(w[2], [0]))
              for i in range($LAYERS):
                _1 = torch.append(out, torch.new_zeros(w[2], [$KEYS, 0, $KEYWIDTH]))
                _2 = torch.append(out, torch.new_zeros(w[2], [$KEYS, 0, $KEPTVALUES]))
              return out
            """;

    /** A row sees all positions up to its own or, where a layer is near, only the last of them. */
    private static final String WRITE = """
            def room(self: __torch__.M, state: List[Tensor], positions: int) -> List[Tensor]:
              out = [state[0]]
              for i in range(2 * $LAYERS):
                old = state[1 + i]
                wide = torch.new_zeros(old, [$KEYS, positions, torch.size(old, 2)])
                _0 = torch.copy_(torch.slice(wide, 1, 0, torch.size(old, 1)), old)
                _1 = torch.append(out, wide)
              return out
            def rows(self: __torch__.M, qkv: List[Tensor], i: int, reach: int, begins: List[int], counts: List[int],
                states: List[List[Tensor]], blank: Tensor) -> Tensor:
              out = annotate(List[Tensor], [])
              row = 0
              for j in range(torch.len(counts)):
                k = states[j][1 + 2 * i]
                v = states[j][2 + 2 * i]
                begin = begins[j]
                end = row + counts[j]
                _0 = torch.copy_(torch.slice(k, 1, begin, begin + counts[j]), torch.slice(qkv[1], 1, row, end))
                _1 = torch.copy_(torch.slice(v, 1, begin, begin + counts[j]), torch.slice(qkv[2], 1, row, end))
                for r in range(counts[j]):
                  seen = begin + r + 1
                  first = 0
                  if reach > 0 and seen > reach:
                    first = seen - reach
                  keys = torch.slice(k, 1, first, seen)
                  values = self.values(keys, torch.slice(v, 1, first, seen))
                  q = torch.slice(qkv[0], 0, row + r, row + r + 1)
                  a = self.attend(q, keys, values, torch.slice(blank, 1, 0, seen - first))
                  _2 = torch.append(out, a)
                row = end
              n = torch.size(qkv[0], 0)
              if row < n:
                _3 = torch.append(out, torch.new_zeros(out[0], [n - row, torch.size(out[0], 1)]))
              return torch.cat(out)
            def write(self: __torch__.M, x0: Tensor, at: Tensor, begins: List[int], counts: List[int],
                states: List[List[Tensor]], w: List[Tensor]) -> List[Tensor]:
              x = self.scaled(x0)
              turns = self.turns(at, w)
              near = [$NEAR]
              places = [$BEGINS]
              most = 0
              for j in range(torch.len(counts)):
                if begins[j] + counts[j] > most:
                  most = begins[j] + counts[j]
              blank = torch.new_zeros(x, [$GROUP, most])
              for i in range($LAYERS):
                b = places[i]
                h = torch.rms_norm(x, [$HIDDEN], @norm, $EPSILON)
                qkv = self.heads(h, turns[2 * near[i]], turns[2 * near[i] + 1], b, w)
                a = self.rows(qkv, i, near[i] * $REACH, begins, counts, states, blank)
                x = self.after(x, a, i, b, w)
              h = torch.rms_norm(x, [$HIDDEN], w[2], $EPSILON)
              return [h, self.normed(self.capped(self.linear(h, w[0], w[1])))]
            def predicted(self: __torch__.M, output: List[Tensor], n: int) -> Tensor:
              return torch.slice(output[1], 0, 0, n)
            def normed(self: __torch__.M, z: Tensor) -> Tensor:
              return torch.cat([z, torch.logsumexp(z, [-1], True)], -1)
            """;

    /** Exact are the products with rows of the head in F32, which come with the call. */
    private static final String HEAD = """
            def logits(self: __torch__.M, state: List[Tensor], begin: int, end: int, w: List[Tensor]) -> Tensor:
              return self.capped(self.linear(torch.slice(state[0], 0, begin, end), w[0], w[1]))
            def prediction(self: __torch__.M, state: List[Tensor], at: int, w: List[Tensor]) -> Tensor:
              return self.normed(self.logits(state, at, at + 1, w))
            def exact(self: __torch__.M, state: List[Tensor], row: Tensor, token: Tensor, head: Tensor) -> Tensor:
              h = torch.index_select(state[0], 0, row)
              return self.capped(torch.sum(torch.mul(h, torch.index_select(head, 0, token)), -1))
            def norms(self: __torch__.M, state: List[Tensor], begin: int, end: int, row: Tensor, token: Tensor,
                w: List[Tensor]) -> Tensor:
              z = self.logits(state, begin, end, w)
              norm = torch.index_select(torch.logsumexp(z, [-1]), 0, row)
              at = torch.add(torch.mul(row, $VOCABULARY), token)
              return torch.cat([norm, torch.index_select(torch.flatten(z), 0, at)])
            """;

    private DecoderScript() {}

    static String of(DecoderShape shape, Precision precision, Place place, int batch) {
        String source = LOADING
                + (place.packed() ? packed(precision) : plain(precision, place.device()))
                + AttentionScript.of(shape)
                + FeedScript.of(shape)
                + STEP
                + WRITE
                + HEAD;
        for (Map.Entry<String, Object> name : names(shape, batch).entrySet()) {
            source = source.replace(name.getKey(), name.getValue().toString());
        }
        return LayerLayout.of(shape, false).filledInto(source);
    }

    private static String packed(Precision precision) {
        return switch (precision) {
            case F32 -> F32;
            case BF16 -> BF16;
            case INT8 -> INT8 + ONLY_BYTES;
            case INT4 -> INT8 + INT4;
        };
    }

    private static String plain(Precision precision, String device) {
        String type = TYPES.get(precision);
        if (type == null) {
            throw new IllegalArgumentException(precision.id() + " needs packed matrices, which " + device + " has not");
        }
        return PLAIN.replace("$DEVICE", device).replace("$TYPE", type);
    }

    private static Map<String, Object> names(DecoderShape shape, int batch) {
        return Map.ofEntries(
                Map.entry("$BATCH", batch),
                Map.entry("$FOURS", FourBits.GROUP),
                Map.entry("$REACH", shape.near().map(near -> near.reach()).orElse(0)),
                Map.entry("$HALF", shape.rope().width() / 2),
                Map.entry("$TURNED", shape.rope().width()),
                Map.entry(
                        "$GROUP", shape.attention().heads() / shape.attention().keyHeads()),
                Map.entry("$KEYS", shape.attention().keyHeads()),
                Map.entry("$KEYWIDTH", shape.attention().keyWidth()),
                Map.entry("$KEPTVALUES", shape.attention().keptValueWidth()),
                Map.entry("$HIDDEN", shape.hidden()),
                Map.entry("$LAYERS", shape.layers()),
                Map.entry("$EPSILON", shape.epsilon()),
                Map.entry("$VOCABULARY", shape.vocabulary()),
                Map.entry("$NEAR", each(shape, i -> shape.isNear(i) ? 1 : 0)),
                Map.entry("$BEGINS", begins(shape)));
    }

    private static String each(DecoderShape shape, java.util.function.IntUnaryOperator number) {
        return IntStream.range(0, shape.layers())
                .map(number)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    private static String begins(DecoderShape shape) {
        int[] begins = new int[shape.layers()];
        int at = shape.near().isPresent() ? 7 : 5;
        for (int layer = 0; layer < begins.length; layer++) {
            begins[layer] = at;
            at += LayerLayout.of(shape, shape.hasExperts(layer)).size();
        }
        return each(shape, layer -> begins[layer]);
    }
}
