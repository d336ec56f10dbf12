package warrant.llm.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import warrant.llm.Encoder;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** An encoder on a server. */
public final class RemoteEncoder implements Encoder {
    private static final int BATCH = 64;

    private final RemoteServer server;
    private final RemoteCalls calls;
    private final int dimension;

    private RemoteEncoder(RemoteServer server, RemoteCalls calls, int dimension) {
        this.server = server;
        this.calls = calls;
        this.dimension = dimension;
    }

    /** Asks the server for one vector, whose length is the dimension. */
    public static RemoteEncoder open(RemoteServer server) {
        return open(server, RemoteCalls.Patience.USUAL);
    }

    static RemoteEncoder open(RemoteServer server, RemoteCalls.Patience patience) {
        RemoteCalls calls = new RemoteCalls(server, patience);
        try {
            return new RemoteEncoder(
                    server, calls, encode(server, calls, List.of("a")).get(0).length);
        } catch (ModelException failure) {
            calls.close();
            throw failure;
        }
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public List<float[]> encode(List<String> texts) {
        List<float[]> vectors = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            vectors.addAll(encode(server, calls, texts.subList(from, Math.min(texts.size(), from + BATCH))));
        }
        return vectors;
    }

    private static List<float[]> encode(RemoteServer server, RemoteCalls calls, List<String> texts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", server.model());
        texts.forEach(text -> body.withArray("input").add(text));
        float[][] vectors = new float[texts.size()][];
        for (JsonNode each : calls.post("embeddings", body).path("data")) {
            int index = each.path("index").asInt(-1);
            if (index < 0 || index >= vectors.length) {
                throw new ModelException(Code.UPSTREAM, server + " gave a vector of a text that it was not asked for");
            }
            vectors[index] = unit(each.path("embedding"));
        }
        if (Arrays.stream(vectors).anyMatch(vector -> vector == null || vector.length == 0)) {
            throw new ModelException(Code.UPSTREAM, server + " gave fewer vectors than it was asked for");
        }
        return List.of(vectors);
    }

    private static float[] unit(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.get(i).asDouble();
            squares += vector[i] * (double) vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(Math.max(squares, Float.MIN_NORMAL));
        }
        return vector;
    }

    @Override
    public void close() {
        calls.close();
    }
}
