package warrant.orchestrator.matter;

import java.util.regex.Pattern;

/** What a matter may be called: a name is a folder's name and a part of addresses. */
public final class MatterNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    private MatterNames() {}

    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.contains("..");
    }

    public static String complaint(String name) {
        return "'" + name + "' is not a name: expected up to 64 letters, digits, '_', '-' or '.', beginning with a"
                + " letter or digit";
    }
}
