package warrant.orchestrator.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.desk.Desk;
import warrant.orchestrator.owner.Owner;

/** Puts the parts of an owner together. */
@Singleton
public final class Wiring {
    private static final int TOKEN_BYTES = 32;

    private final Clock clock = Clock.systemUTC();
    private final Settings settings = Settings.from(System.getenv());
    private final String token = newToken();
    private final LocalMeans means = new LocalMeans();
    private final Owner owner = new Owner(settings, means, clock);
    private final Activity activity = new Activity(clock);
    private final Desk desk = new Desk();

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Produces
    @Singleton
    public Owner owner() {
        return owner;
    }

    @Produces
    @Singleton
    public Desk desk() {
        return desk;
    }

    @Produces
    @Singleton
    public Activity activity() {
        return activity;
    }

    public Settings settings() {
        return settings;
    }

    public String token() {
        return token;
    }

    Runnable idleWatch(Runnable end) {
        return new IdleWatch(owner, activity, settings.idle(), end);
    }

    @PreDestroy
    void close() {
        owner.close();
        means.close();
    }
}
