package warrant.llm.remote;

import java.util.List;
import warrant.llm.Context;
import warrant.llm.LanguageModel;
import warrant.llm.Message;
import warrant.llm.ModelProfile;
import warrant.llm.weights.Digests;

/**
 * A language model on a server. Nothing is kept there between calls, so a text is sent again with each question; what a
 * server's protocol does not tell is said so, not guessed.
 *
 * <p>Which weights a server runs cannot be known: the profile names the address and the model's name in their place.
 */
public final class RemoteModel implements LanguageModel {
    /** By and large, in languages written with letters. */
    private static final int LETTERS_A_TOKEN = 4;

    private final RemoteServer server;
    private final RemoteCalls calls;

    private RemoteModel(RemoteServer server, RemoteCalls calls) {
        this.server = server;
        this.calls = calls;
    }

    /** Nothing is sent yet. */
    public static RemoteModel open(RemoteServer server) {
        return open(server, RemoteCalls.Patience.USUAL);
    }

    static RemoteModel open(RemoteServer server, RemoteCalls.Patience patience) {
        return new RemoteModel(server, new RemoteCalls(server, patience));
    }

    @Override
    public ModelProfile profile() {
        return new ModelProfile(
                server.model(),
                Digests.of(server.toString()),
                "remote",
                server.base().getHost());
    }

    @Override
    public Context read(String system, String text) {
        List<Message> before = system.isEmpty() ? List.of() : List.of(new Message(Message.Role.SYSTEM, system));
        return new RemoteContext(server, calls, before, text);
    }

    @Override
    public Context converse(List<Message> messages) {
        return new RemoteContext(server, calls, messages, "");
    }

    /** About: the server's tokenizer is not known here. */
    @Override
    public int count(String text) {
        return text.length() / LETTERS_A_TOKEN + 1;
    }

    @Override
    public void close() {
        calls.close();
    }
}
