package warrant.graph;

import java.util.List;

/** A place that keeps matters apart from one another. */
public interface Store extends AutoCloseable {

    /** @return the matter of that name, made empty if it is new */
    MatterStore matter(String name);

    List<String> matters();

    /** Removes a matter with everything in it, bytes included. */
    void erase(String matter);

    @Override
    void close();
}
