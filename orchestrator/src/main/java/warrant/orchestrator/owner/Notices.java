package warrant.orchestrator.owner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import warrant.orchestrator.Progress;

/** What an owner does that no job asked for by name, kept for who looks and told to who listens. */
final class Notices implements Progress {
    private static final int KEPT = 50;

    private final Deque<String> lines = new ArrayDeque<>();
    private final List<Progress> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void stage(String name) {
        line(name);
    }

    @Override
    public void count(String what, long done, long total) {
        add(what + " " + done + (total > 0 ? " of " + total : ""));
        listeners.forEach(listener -> listener.count(what, done, total));
    }

    @Override
    public void line(String text) {
        add(text);
        listeners.forEach(listener -> listener.line(text));
    }

    private synchronized void add(String text) {
        lines.addLast(text);
        while (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    synchronized List<String> latest() {
        return List.copyOf(lines);
    }

    /** @return what ends the passing on */
    Runnable echo(Progress progress) {
        listeners.add(progress);
        return () -> listeners.remove(progress);
    }
}
