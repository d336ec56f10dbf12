package warrant.orchestrator.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure as a problem. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    public Response map(Throwable failure) {
        Problem problem = failure instanceof WebApplicationException known
                ? Problem.of(known.getResponse().getStatus(), "USER", String.valueOf(known.getMessage()))
                : Problem.of(failure);
        if (problem.code().equals("US")) {
            LOG.error("a request failed", failure);
        }
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
