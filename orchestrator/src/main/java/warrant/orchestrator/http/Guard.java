package warrant.orchestrator.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets in requests that are addressed to this machine, come from no foreign page and bear the token. */
@ApplicationScoped
public class Guard {
    private static final int BEFORE_ALL = 1000;
    private static final String HEALTH = "/q/health";

    private final Wiring wiring;
    private final Activity activity;
    private final Set<String> hosts = new HashSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));

    Guard(Wiring wiring, Activity activity) {
        this.wiring = wiring;
        this.activity = activity;
        hosts.addAll(wiring.settings().hosts());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL);
    }

    private void check(RoutingContext request) {
        HostAndPort asked = request.request().authority();
        String host = asked == null ? null : asked.toString();
        String origin = request.request().getHeader("Origin");
        if (!isOurs(host)) {
            refuse(request, 421, "this server is not called '" + host + "' (WARRANT_HOSTS names others)");
        } else if (origin != null && !isOurs(origin.replaceFirst("^https?://", ""))) {
            refuse(request, 403, "pages of " + origin + " may not ask here");
        } else if (!request.normalizedPath().startsWith(HEALTH) && !bearsToken(request)) {
            refuse(request, 401, "the token of owner.json is missing or wrong (Authorization: Bearer TOKEN)");
        } else {
            activity.begin();
            request.addEndHandler(done -> activity.end());
            request.next();
        }
    }

    private boolean isOurs(@Nullable String host) {
        return host != null && hosts.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT));
    }

    private boolean bearsToken(RoutingContext request) {
        String header = request.request().getHeader("Authorization");
        byte[] given = (header == null ? "" : header).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, ("Bearer " + wiring.token()).getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(RoutingContext request, int status, String detail) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Problem.json(status, "USER", detail));
    }
}
