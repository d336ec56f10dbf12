package warrant.llm;

/** Something said in a conversation. */
public record Message(Role role, String text) {
    /** Who said it. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }
}
