package warrant.llm.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Where a model is served.
 *
 * @param base of the paths {@code chat/completions} and so on, such as {@code http://host:8000/v1}
 * @param model name of the model there
 * @param key sent as a bearer token
 * @param patience how long one request may take
 */
public record RemoteServer(URI base, String model, Optional<String> key, Duration patience) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * @param address such as {@code http://host:8000/v1#model}
     * @throws ModelException with code {@code USER} if it names no server and model
     */
    public static RemoteServer of(String address, Optional<String> key) {
        int sign = address.indexOf('#');
        String where = sign < 0 ? address : address.substring(0, sign);
        boolean web = where.startsWith("http://") || where.startsWith("https://");
        if (!web || sign < 0 || sign == address.length() - 1) {
            throw new ModelException(
                    Code.USER,
                    "'" + address + "' names no model of a server. Maybe you mean http://host:8000/v1#model-name");
        }
        try {
            URI base = URI.create(where.endsWith("/") ? where.substring(0, where.length() - 1) : where);
            return new RemoteServer(base, address.substring(sign + 1), key, PATIENCE);
        } catch (IllegalArgumentException failure) {
            throw new ModelException(Code.USER, "'" + where + "' is no address: " + failure.getMessage(), failure);
        }
    }

    URI path(String path) {
        return URI.create(base + "/" + path);
    }

    @Override
    public String toString() {
        return model + " at " + base;
    }
}
