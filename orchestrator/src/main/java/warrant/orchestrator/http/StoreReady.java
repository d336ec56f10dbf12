package warrant.orchestrator.http;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import warrant.orchestrator.owner.Owner;

/** Ready once the store is. */
@Readiness
public class StoreReady implements HealthCheck {
    private final Owner owner;

    StoreReady(Owner owner) {
        this.owner = owner;
    }

    @Override
    public HealthCheckResponse call() {
        String state = owner.storeState();
        return HealthCheckResponse.named("store")
                .status(state.equals("ready"))
                .withData("state", state)
                .build();
    }
}
