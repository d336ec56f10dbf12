package warrant.orchestrator.http;

import java.time.Duration;
import warrant.orchestrator.owner.Owner;

/** Ends an owner that has had nothing to do for a while. */
final class IdleWatch implements Runnable {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Owner owner;
    private final Activity activity;
    private final Duration idle;
    private final Runnable end;

    IdleWatch(Owner owner, Activity activity, Duration idle, Runnable end) {
        this.owner = owner;
        this.activity = activity;
        this.idle = idle;
        this.end = end;
    }

    @Override
    public void run() {
        if (idle.isZero()) {
            return;
        }
        try {
            Duration quietJobs = Duration.ZERO;
            while (activity.quiet().compareTo(idle) < 0 || quietJobs.compareTo(idle) < 0) {
                Thread.sleep(EVERY);
                quietJobs = owner.jobs().isIdle() ? quietJobs.plus(EVERY) : Duration.ZERO;
            }
            end.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
