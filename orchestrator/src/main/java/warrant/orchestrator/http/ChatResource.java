package warrant.orchestrator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.llm.Context;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Piece;
import warrant.llm.LanguageModel;
import warrant.orchestrator.chat.ChatAnswer;
import warrant.orchestrator.chat.ChatRequest;
import warrant.orchestrator.owner.Owner;

/** The model in use, spoken to as OpenAI's clients do. No answer of it is checked: it is not what a matter says. */
@Path("/v1/chat/completions")
@Blocking
public class ChatResource {
    private static final String EVENTS = "text/event-stream";

    private final Owner owner;

    ChatResource(Owner owner) {
        this.owner = owner;
    }

    @POST
    @Operation(summary = "Answers a conversation with the model in use, as OpenAI's chat completions; unchecked text")
    public Response chat(@Nullable String body) {
        try {
            ChatRequest request = ChatRequest.of(OpenAiError.body(body));
            OpenAiError.check(request.model(), owner.settings().model());
            LanguageModel model = owner.model();
            ChatAnswer answer = new ChatAnswer(
                    "chatcmpl-" + UUID.randomUUID(),
                    owner.clock().instant(),
                    model.profile().id(),
                    request);
            Context context = model.converse(request.messages());
            if (request.stream()) {
                StreamingOutput events = out -> stream(context, request, answer, out);
                return Response.ok(events, EVENTS).build();
            }
            try (context) {
                Completion completion = context.complete("", "", request.generation(), piece -> {});
                return Response.ok(answer.whole(completion), MediaType.APPLICATION_JSON)
                        .build();
            }
        } catch (RuntimeException failure) {
            return OpenAiError.of(failure).response();
        }
    }

    /** Writes on this thread what another one hears from the model, which must not wait for a slow client. */
    private static void stream(Context context, ChatRequest request, ChatAnswer answer, OutputStream out)
            throws IOException {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        Thread writer = Thread.ofVirtual().start(() -> {
            try (context) {
                write(context, request, answer, event -> events.add(event.toString()));
            } catch (RuntimeException failure) {
                events.add(OpenAiError.of(failure).json().toString());
            } finally {
                events.add("[DONE]");
            }
        });
        try {
            for (String event = ""; !event.equals("[DONE]"); ) {
                event = events.take();
                out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            // where the client is gone, nobody needs the rest; else it has ended
            writer.interrupt();
        }
    }

    private static void write(Context context, ChatRequest request, ChatAnswer answer, Consumer<ObjectNode> events) {
        events.accept(answer.opening());
        Consumer<Piece> pieces = piece -> events.accept(answer.piece(piece));
        Completion completion = context.complete("", "", request.generation(), pieces);
        events.accept(answer.closing(completion));
        if (request.usage()) {
            events.accept(answer.counts(completion));
        }
    }
}
