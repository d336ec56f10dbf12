package warrant.llm.encoder;

import java.util.ArrayList;
import java.util.List;

/** BERT (Devlin et al. 2019) as TorchScript. Linear weights are prepacked for oneDNN. */
final class BertScript {
    /** Tensors before the first layer's, and of a layer. */
    private static final int FIRST = 5;

    private static final int STRIDE = 16;

    private static final String MEAN = """
            def used(self: __torch__.M, x: Tensor, keep: Tensor, w: List[Tensor]) -> Tensor:
              m = torch.unsqueeze(keep, -1)
              s = torch.div(torch.sum(torch.mul(x, m), [1]), torch.sum(m, [1]))
              return torch.div(s, torch.norm(s, 2, [-1], True))
            """;

    private static final String CLS = """
            def used(self: __torch__.M, x: Tensor, keep: Tensor, w: List[Tensor]) -> Tensor:
              s = torch.select(x, 1, 0)
              return torch.div(s, torch.norm(s, 2, [-1], True))
            """;

    private static final String SCORE = """
            def used(self: __torch__.M, x: Tensor, keep: Tensor, w: List[Tensor]) -> Tensor:
              s = torch.tanh(self.lin(torch.select(x, 1, 0), w, $LAST))
              return torch.add(torch.matmul(s, torch.t(w[$LAST + 2])), w[$LAST + 3])
            """;

    private static final String ENCODE = """
            def list(self: __torch__.M) -> List[Tensor]:
              return annotate(List[Tensor], [])
            def push(self: __torch__.M, w: List[Tensor], t: Tensor) -> int:
              w.append(torch.clone(t))
              return 0
            def pack(self: __torch__.M, w: List[Tensor], t: Tensor) -> int:
              w.append(ops.mkldnn._reorder_linear_weight(t, 1024))
              return 0
            def lin(self: __torch__.M, x: Tensor, w: List[Tensor], i: int) -> Tensor:
              return ops.mkldnn._linear_pointwise(x, w[i], w[i + 1], "none", [], "")
            def heads(self: __torch__.M, x: Tensor) -> Tensor:
              B, T, D, = torch.size(x)
              return torch.transpose(torch.view(x, [B, T, $HEADS, $HEAD]), 1, 2)
            def encode(self: __torch__.M, flat: Tensor, flatmask: Tensor, flattypes: Tensor, B: int,
                w: List[Tensor]) -> Tensor:
              ids = torch.view(flat, [B, -1])
              mask = torch.view(flatmask, [B, -1])
              T = torch.size(ids, 1)
              x = torch.add(torch.embedding(w[0], ids), torch.slice(w[1], 0, $POSITION, $POSITION + T))
              x = torch.add(x, torch.embedding(w[2], torch.view(flattypes, [B, -1])))
              x = torch.layer_norm(x, [$WIDTH], w[3], w[4], $EPSILON)
              keep = torch.to(mask, 6)
              am = torch.view(torch.mul(torch.sub(keep, 1.), 10000.), [B, 1, 1, T])
              for i in range($LAYERS):
                b = $FIRST + i * $STRIDE
                q = self.heads(self.lin(x, w, b))
                k = self.heads(self.lin(x, w, b + 2))
                v = self.heads(self.lin(x, w, b + 4))
                a = torch.scaled_dot_product_attention(q, k, v, am)
                a = torch.reshape(torch.transpose(a, 1, 2), [B, T, $WIDTH])
                x = torch.layer_norm(torch.add(self.lin(a, w, b + 6), x), [$WIDTH], w[b + 8], w[b + 9], $EPSILON)
                h = self.lin(torch.gelu(self.lin(x, w, b + 10)), w, b + 12)
                x = torch.layer_norm(torch.add(h, x), [$WIDTH], w[b + 14], w[b + 15], $EPSILON)
              return self.used(x, keep, w)
            """;

    private BertScript() {}

    /**
     * Names of the tensors, in the order in which {@code encode} takes them; a name ending in {@code !} is prepacked.
     */
    static List<String> names(BertShape shape) {
        List<String> names = new ArrayList<>(List.of(
                "embeddings.word_embeddings.weight",
                "embeddings.position_embeddings.weight",
                "embeddings.token_type_embeddings.weight",
                "embeddings.LayerNorm.weight",
                "embeddings.LayerNorm.bias"));
        for (int i = 0; i < shape.layers(); i++) {
            String at = "encoder.layer." + i + ".";
            for (String linear : new String[] {"attention.self.query", "attention.self.key", "attention.self.value"}) {
                names.add(at + linear + ".weight!");
                names.add(at + linear + ".bias");
            }
            block(names, at, "attention.output.dense", "attention.output.LayerNorm");
            names.add(at + "intermediate.dense.weight!");
            names.add(at + "intermediate.dense.bias");
            block(names, at, "output.dense", "output.LayerNorm");
        }
        switch (shape.use()) {
            case MEAN, FIRST -> {}
            case BERT_SCORE ->
                names.addAll(
                        List.of("pooler.dense.weight!", "pooler.dense.bias", "classifier.weight", "classifier.bias"));
            case ROBERTA_SCORE ->
                names.addAll(List.of(
                        "classifier.dense.weight!",
                        "classifier.dense.bias",
                        "classifier.out_proj.weight",
                        "classifier.out_proj.bias"));
        }
        return names;
    }

    private static void block(List<String> names, String at, String linear, String norm) {
        names.addAll(
                List.of(at + linear + ".weight!", at + linear + ".bias", at + norm + ".weight", at + norm + ".bias"));
    }

    /**
     * Methods {@code list}, {@code push}, {@code pack} and {@code encode(ids (B, T), mask (B, T), types (B, T), w)},
     * which gives (B, width), or (B, 1) where it scores.
     */
    static String source(BertShape shape) {
        String use = switch (shape.use()) {
            case MEAN -> MEAN;
            case FIRST -> CLS;
            case BERT_SCORE, ROBERTA_SCORE -> SCORE;
        };
        return (ENCODE + use)
                .replace("$HEADS", String.valueOf(shape.heads()))
                .replace("$HEAD", String.valueOf(shape.width() / shape.heads()))
                .replace("$WIDTH", String.valueOf(shape.width()))
                .replace("$EPSILON", String.valueOf(shape.epsilon()))
                .replace("$POSITION", String.valueOf(shape.firstPosition()))
                .replace("$LAYERS", String.valueOf(shape.layers()))
                .replace("$FIRST", String.valueOf(FIRST))
                .replace("$STRIDE", String.valueOf(STRIDE))
                .replace("$LAST", String.valueOf(FIRST + STRIDE * shape.layers()));
    }
}
