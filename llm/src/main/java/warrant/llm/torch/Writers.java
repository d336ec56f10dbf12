package warrant.llm.torch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import warrant.llm.Context.Completion;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Answers that are written side by side. Each step takes some rows of up to {@link Decoder#rowsAtOnce} of them through
 * the model; between two steps other work of the thread that computes gets its turn, and answers join and leave.
 */
final class Writers {
    private final Worker worker;
    private final Decoder decoder;
    private final Deque<Writing> writing = new ArrayDeque<>();

    Writers(Worker worker, Decoder decoder) {
        this.worker = worker;
        this.decoder = decoder;
    }

    /**
     * @param begin reads the question and begins the answer, on the thread that computes
     * @throws ModelException with code {@code LIMIT} if the caller was interrupted, in which case the writing ends
     */
    Completion write(Writing answer, Callable<?> begin) {
        worker.run(() -> {
            begin.call();
            if (!answer.isOver()) {
                writing.addLast(answer);
                if (writing.size() == 1) {
                    goOn();
                }
            }
            return answer;
        });
        return await(answer);
    }

    private static Completion await(Writing answer) {
        try {
            return answer.done().get();
        } catch (InterruptedException stop) {
            answer.done().cancel(false);
            Thread.currentThread().interrupt();
            throw Worker.interrupted();
        } catch (CancellationException ending) {
            throw Worker.interrupted();
        } catch (ExecutionException failure) {
            throw Worker.failed(failure);
        }
    }

    private void step() {
        writing.removeIf(Writing::isOver);
        List<Writing> now = new ArrayList<>();
        List<Decoder.Rows> rows = new ArrayList<>();
        try {
            Worker.pause();
            int free = decoder.rowsAtOnce();
            int others = Math.min(free, writing.size());
            while (others > 0) {
                Writing next = writing.removeFirst();
                now.add(next);
                rows.add(next.rows(Math.max(1, free / others)));
                free -= rows.getLast().tokens().length;
                others--;
            }
            hand(now, rows, rows.isEmpty() ? List.of() : decoder.write(rows));
        } catch (RuntimeException failure) {
            now.forEach(answer -> answer.fail(failure));
        }
        now.stream().filter(answer -> !answer.isOver()).forEach(writing::addLast);
        if (!writing.isEmpty()) {
            goOn();
        }
    }

    private void goOn() {
        try {
            worker.later(this::step);
        } catch (ModelException ending) {
            writing.forEach(answer -> answer.fail(ending));
            writing.clear();
        }
    }

    private static void hand(List<Writing> now, List<Decoder.Rows> rows, List<Prediction> predictions) {
        int from = 0;
        for (int i = 0; i < now.size(); i++) {
            int to = from + rows.get(i).tokens().length;
            try {
                now.get(i).take(predictions.subList(from, to));
            } catch (RuntimeException failure) {
                now.get(i).fail(failure);
            }
            from = to;
        }
    }

    /** Ends all that is being written; on the thread that computes. */
    void close() {
        writing.forEach(answer -> answer.fail(new ModelException(Code.USER, "the model has been closed")));
        writing.clear();
    }
}
