package warrant.llm.token;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import warrant.llm.Message;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;

/**
 * What the model's chat template writes before, between and after a system message and one user's message.
 *
 * <p>The template is rendered once, with marks for the messages, and cut at the marks: so no text of a document is ever
 * part of a template.
 *
 * @param opening before the user's message where there is no system message
 * @param systemOpening before the system message
 * @param systemClosing between the system message and the user's message
 * @param closing after the user's message, up to where the model is to speak
 * @param rendering of any conversation
 */
public record ChatTemplate(
        String opening, String systemOpening, String systemClosing, String closing, Rendering rendering) {
    /** Writes messages, each a map of {@code role} and {@code content}, as the template has them. */
    interface Rendering {
        String of(List<Map<String, String>> messages);
    }

    /**
     * A part of a conversation.
     *
     * @param marks whether it is the template's, in which names of special tokens stand for them
     */
    public record Part(String text, boolean marks) {}

    private static final String SYSTEM = "warrant-system-mark";
    private static final String USER = "warrant-user-mark";

    /**
     * @return empty if the model was not trained to follow instructions
     * @throws ModelException with code {@code USER} if there is a template that cannot be rendered
     */
    public static Optional<ChatTemplate> find(Checkpoint file) {
        return file.findText("tokenizer.chat_template").map(template -> cut(file, template));
    }

    private static ChatTemplate cut(Checkpoint file, String template) {
        Rendering rendering = messages -> {
            RenderResult result = render(file, template, messages);
            if (result.hasErrors()) {
                throw new ModelException(
                        Code.USER,
                        file.path() + ": its chat template cannot be rendered: "
                                + result.getErrors().get(0));
            }
            return result.getOutput();
        };
        String alone = rendering.of(List.of(message("user", USER)));
        int user = alone.indexOf(USER);
        if (user < 0) {
            throw new ModelException(Code.USER, file.path() + ": its chat template leaves messages out");
        }
        String opening = alone.substring(0, user);
        String closing = alone.substring(user + USER.length());
        RenderResult both = render(file, template, List.of(message("system", SYSTEM), message("user", USER)));
        int system = both.getOutput().indexOf(SYSTEM);
        int second = both.getOutput().indexOf(USER, system + 1);
        if (both.hasErrors() || system < 0 || second < 0) {
            // some models know no system message: then it begins the user's
            return new ChatTemplate(opening, opening, "\n\n", closing, rendering);
        }
        return new ChatTemplate(
                opening,
                both.getOutput().substring(0, system),
                both.getOutput().substring(system + SYSTEM.length(), second),
                both.getOutput().substring(second + USER.length()),
                rendering);
    }

    /**
     * @return a conversation up to where the model is to speak, in order
     * @throws ModelException with code {@code USER} if the template has no place for one of the messages
     */
    public List<Part> conversation(List<Message> messages) {
        List<Map<String, String>> marked = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            marked.add(message(messages.get(i).role().name().toLowerCase(Locale.ROOT), mark(i)));
        }
        String whole = rendering.of(marked);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < messages.size(); i++) {
            int next = whole.indexOf(mark(i), at);
            if (next < 0) {
                throw new ModelException(
                        Code.USER,
                        "the model's chat template has no place for message " + (i + 1) + " of " + messages.size()
                                + ", by the " + messages.get(i).role().name().toLowerCase(Locale.ROOT));
            }
            parts.add(new Part(whole.substring(at, next), true));
            parts.add(new Part(messages.get(i).text(), false));
            at = next + mark(i).length();
        }
        parts.add(new Part(whole.substring(at), true));
        return parts;
    }

    private static String mark(int message) {
        return "warrant-message-" + message + "-mark";
    }

    private static Map<String, String> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    private static RenderResult render(Checkpoint file, String template, List<Map<String, String>> messages) {
        JinjavaConfig config = JinjavaConfig.newBuilder()
                .withLegacyOverrides(LegacyOverrides.newBuilder()
                        .withParseWhitespaceControlStrictly(true)
                        .withUseTrimmingForNotesAndExpressions(true)
                        .withUseNaturalOperatorPrecedence(true)
                        .withAllowAdjacentTextNodes(true)
                        .build())
                .withTrimBlocks(true)
                .withLstripBlocks(true)
                .withMaxOutputSize(1 << 16)
                .build();
        List<String> tokens = file.list("tokenizer.ggml.tokens", String.class);
        Map<String, Object> context = Map.of(
                "messages",
                new ArrayList<>(messages),
                "add_generation_prompt",
                true,
                "bos_token",
                file.has("tokenizer.ggml.bos_token_id")
                        ? tokens.get(file.number("tokenizer.ggml.bos_token_id", 0, tokens.size() - 1))
                        : "",
                "eos_token",
                tokens.get(file.number("tokenizer.ggml.eos_token_id", 0, tokens.size() - 1)));
        Jinjava jinjava = new Jinjava(config);
        jinjava.getGlobalContext()
                .registerFunction(
                        new ELFunctionDefinition("", "raise_exception", ChatTemplate.class, "raise", String.class));
        return jinjava.renderForResult(template, context);
    }

    /**
     * What templates call when they are given messages that they cannot write.
     *
     * @throws IllegalArgumentException always
     */
    @SuppressWarnings("DoNotCallSuggester") // called by name, from templates
    public static String raise(String message) {
        throw new IllegalArgumentException(message);
    }
}
