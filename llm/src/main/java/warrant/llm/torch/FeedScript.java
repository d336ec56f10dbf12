package warrant.llm.torch;

/**
 * The TorchScript methods of what lies between attention: {@code feed}, which gives {@code (n, hidden)};
 * {@code scaled}, {@code capped}, {@code afterattention} and {@code afterfeed}, which only some kinds of models need.
 */
final class FeedScript {
    private static final String GATED = """
            def gated(self: __torch__.M, gu: Tensor) -> Tensor:
              half = torch.floordiv(torch.size(gu, 1), 2)
              return torch.mul(self.active(torch.slice(gu, 1, 0, half)), torch.slice(gu, 1, half, 2 * half))
            """;

    private static final String SILU = """
            def active(self: __torch__.M, x: Tensor) -> Tensor:
              return torch.silu(x)
            """;

    /** GELU by its tanh formula (Hendrycks and Gimpel 2016), which older archives have no operator for. */
    private static final String GELU = """
            def active(self: __torch__.M, x: Tensor) -> Tensor:
              inner = torch.mul(torch.add(x, torch.mul(torch.pow(x, 3), 0.044715)), 0.7978845608028654)
              return torch.mul(torch.mul(x, 0.5), torch.add(torch.tanh(inner), 1.))
            """;

    private static final String DENSE = """
            def $NAME(self: __torch__.M, h: Tensor, b: int, w: List[Tensor]) -> Tensor:
              return self.linear(self.gated(self.linear(h, @gateup)), @down)
            """;

    private static final String NOTHING = """
            def $NAME(self: __torch__.M, h: Tensor, b: int, w: List[Tensor]) -> Tensor:
              return torch.zeros_like(h)
            """;

    private static final String ALL_DENSE = """
            def feed(self: __torch__.M, h: Tensor, i: int, b: int, w: List[Tensor]) -> Tensor:
              return self.dense(h, b, w)
            """;

    /** The tokens of each expert go through it together; which tokens those are is found by sorting the choices. */
    private static final String EXPERTS = """
            def experts(self: __torch__.M, h: Tensor, b: int, w: List[Tensor]) -> Tensor:
              chances = torch.softmax(torch.matmul(h, torch.t(@router)), -1)
              best, which, = torch.topk(self.allowed(chances), $TAKEN, -1)
              shares = torch.flatten(self.weighed(best))
              chosen = torch.flatten(which)
              order = torch.argsort(chosen, stable=True)
              counts = torch.bincount(chosen, None, $COUNT)
              out = self.shared(h, b, w)
              begin = 0
              for e in range($COUNT):
                count = int(torch.select(counts, 0, e))
                if count > 0:
                  mine = torch.slice(order, 0, begin, begin + count)
                  rows = torch.floor_divide(mine, $TAKEN)
                  m = @experts + e * 2 * $MATRIX
                  gu = self.linear(torch.index_select(h, 0, rows), w[m], w[m + 1])
                  y = self.linear(self.gated(gu), w[m + $MATRIX], w[m + $MATRIX + 1])
                  share = torch.unsqueeze(torch.index_select(shares, 0, mine), 1)
                  out = torch.index_add(out, 0, rows, torch.mul(y, share))
                  begin = begin + count
              return out
            def feed(self: __torch__.M, h: Tensor, i: int, b: int, w: List[Tensor]) -> Tensor:
              if i < $DENSELAYERS:
                y = self.dense(h, b, w)
              else:
                y = self.experts(h, b, w)
              return y
            """;

    private static final String WEIGHED = """
            def weighed(self: __torch__.M, best: Tensor) -> Tensor:
              return torch.mul(best, $WEIGHT)
            """;

    private static final String NORMALISED = """
            def weighed(self: __torch__.M, best: Tensor) -> Tensor:
              return torch.mul(torch.div(best, torch.sum(best, [-1], True)), $WEIGHT)
            """;

    private static final String ALL_ALLOWED = """
            def allowed(self: __torch__.M, chances: Tensor) -> Tensor:
              return chances
            """;

    /** Only experts of the groups whose best expert is best (DeepSeek-V2, section 2.2.2). */
    private static final String GROUPS_ALLOWED = """
            def allowed(self: __torch__.M, chances: Tensor) -> Tensor:
              n = torch.size(chances, 0)
              groups = torch.amax(torch.view(chances, [n, $PARTS, -1]), [-1])
              _0, top, = torch.topk(groups, $OPEN, -1)
              open = torch.scatter(torch.zeros_like(groups), 1, top, 1.)
              return torch.mul(chances, torch.repeat_interleave(open, $EACH, 1))
            """;

    private static final String SAME = """
            def $NAME(self: __torch__.M, x: Tensor, b: int, w: List[Tensor]) -> Tensor:
              return x
            """;

    private static final String NORMED = """
            def $NAME(self: __torch__.M, x: Tensor, b: int, w: List[Tensor]) -> Tensor:
              return torch.rms_norm(x, [$HIDDEN], @$NAME, $EPSILON)
            """;

    private static final String SCALED = """
            def scaled(self: __torch__.M, x: Tensor) -> Tensor:
              return torch.mul(x, $FACTOR)
            """;

    private static final String CAPPED = """
            def capped(self: __torch__.M, z: Tensor) -> Tensor:
              return torch.mul(torch.tanh(torch.div(z, $CAP)), $CAP)
            """;

    private static final String UNCAPPED = """
            def capped(self: __torch__.M, z: Tensor) -> Tensor:
              return z
            """;

    private FeedScript() {}

    /** @return the methods, with names in them that {@link DecoderScript} and {@link LayerLayout} fill in */
    static String of(DecoderShape shape) {
        String after = shape.postNorms() ? NORMED : SAME;
        return SCALED.replace("$FACTOR", String.valueOf(shape.embeddingScale()))
                + (shape.logitCap() > 0 ? CAPPED : UNCAPPED).replace("$CAP", String.valueOf(shape.logitCap()))
                + after.replace("$NAME", "afterattention")
                + after.replace("$NAME", "afterfeed")
                + GATED
                + (shape.feed().gelu() ? GELU : SILU)
                + DENSE.replace("$NAME", "dense")
                + shape.feed()
                        .experts()
                        .map(experts -> LayerLayout.of(shape, true).filledInto(experts(experts)))
                        .orElse(ALL_DENSE);
    }

    private static String experts(FeedForward.Experts experts) {
        String source = (experts.shared() > 0 ? DENSE : NOTHING).replace("$NAME", "shared")
                + (experts.normalised() ? NORMALISED : WEIGHED)
                + (experts.groups() > 1 ? GROUPS_ALLOWED : ALL_ALLOWED)
                + EXPERTS;
        return source.replace("$TAKEN", String.valueOf(experts.used()))
                .replace("$COUNT", String.valueOf(experts.count()))
                .replace("$MATRIX", String.valueOf(LayerLayout.MATRIX))
                .replace("$DENSELAYERS", String.valueOf(experts.denseLayers()))
                .replace("$WEIGHT", String.valueOf(experts.scale()))
                .replace("$PARTS", String.valueOf(experts.groups()))
                .replace("$OPEN", String.valueOf(experts.usedGroups()))
                .replace("$EACH", String.valueOf(experts.count() / experts.groups()));
    }
}
