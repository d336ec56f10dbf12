package warrant.llm.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * BERT (Devlin et al. 2019) with mean pooling (Reimers and Gurevych 2019) as TorchScript. Linear weights are prepacked
 * for oneDNN.
 *
 * @param layers number of layers
 * @param heads attention heads
 * @param width of the hidden state
 */
record BertScript(int layers, int heads, int width) {
    static final BertScript MINI_LM = new BertScript(6, 12, 384);

    /**
     * Names of the tensors, in the order in which {@code forward} takes them; a name ending in {@code !} is prepacked.
     */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "embeddings.word_embeddings.weight",
                "embeddings.position_embeddings.weight",
                "embeddings.token_type_embeddings.weight",
                "embeddings.LayerNorm.weight",
                "embeddings.LayerNorm.bias"));
        for (int i = 0; i < layers; i++) {
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
        return names;
    }

    private static void block(List<String> names, String at, String linear, String norm) {
        names.addAll(
                List.of(at + linear + ".weight!", at + linear + ".bias", at + norm + ".weight", at + norm + ".bias"));
    }

    /**
     * Methods {@code list}, {@code push}, {@code pack} and {@code encode(ids (B, T), mask (B, T), w)}, which gives (B,
     * width).
     */
    String source() {
        int head = width / heads;
        return """
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
                  return torch.transpose(torch.view(x, [B, T, %1$d, %2$d]), 1, 2)
                def encode(self: __torch__.M, flat: Tensor, flatmask: Tensor, B: int, w: List[Tensor]) -> Tensor:
                  ids = torch.view(flat, [B, -1])
                  mask = torch.view(flatmask, [B, -1])
                  T = torch.size(ids, 1)
                  x = torch.add(torch.embedding(w[0], ids), torch.slice(w[1], 0, 0, T))
                  x = torch.add(x, torch.select(w[2], 0, 0))
                  x = torch.layer_norm(x, [%3$d], w[3], w[4], 1e-12)
                  keep = torch.to(mask, 6)
                  am = torch.view(torch.mul(torch.sub(keep, 1.), 10000.), [B, 1, 1, T])
                  for i in range(%4$d):
                    b = 5 + i * 16
                    q = self.heads(self.lin(x, w, b))
                    k = self.heads(self.lin(x, w, b + 2))
                    v = self.heads(self.lin(x, w, b + 4))
                    a = torch.scaled_dot_product_attention(q, k, v, am)
                    a = torch.reshape(torch.transpose(a, 1, 2), [B, T, %3$d])
                    x = torch.layer_norm(torch.add(self.lin(a, w, b + 6), x), [%3$d], w[b + 8], w[b + 9], 1e-12)
                    h = self.lin(torch.gelu(self.lin(x, w, b + 10)), w, b + 12)
                    x = torch.layer_norm(torch.add(h, x), [%3$d], w[b + 14], w[b + 15], 1e-12)
                  m = torch.unsqueeze(keep, -1)
                  s = torch.div(torch.sum(torch.mul(x, m), [1]), torch.sum(m, [1]))
                  return torch.div(s, torch.norm(s, 2, [-1], True))
                """.formatted(heads, head, width, layers);
    }
}
