package warrant.orchestrator.config;

import java.nio.file.Path;

/** Where the application's classes lie, for processes that it starts. */
public final class ClassPath {
    private ClassPath() {}

    /** @return all libraries of the application, which a fast-jar keeps in a folder, as {@code java -cp} takes them */
    public static String own() {
        String app = System.getProperty("java.class.path");
        return app.endsWith("quarkus-run.jar")
                ? Path.of(app).resolveSibling("lib").resolve("main") + "/*"
                : app;
    }
}
