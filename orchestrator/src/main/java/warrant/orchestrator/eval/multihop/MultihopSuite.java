package warrant.orchestrator.eval.multihop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.eval.multihop.HopQuestion.File;
import warrant.orchestrator.eval.ranking.Ranking;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Journal;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Sample;
import warrant.orchestrator.eval.suite.Suite;
import warrant.orchestrator.eval.suite.SuiteException;
import warrant.orchestrator.search.Meanings;
import warrant.orchestrator.search.Scored;
import warrant.orchestrator.search.Search;

/**
 * Finds the texts that a question takes and reads its answer off the first of them: MuSiQue (Trivedi et al. 2022),
 * HotpotQA (Yang et al. 2018), 2WikiMultihopQA (Ho et al. 2020), each over one corpus for all its questions, as
 * HippoRAG (Gutiérrez et al. 2024) has it.
 */
public final class MultihopSuite implements Suite {
    private static final int READ = 5;
    private static final int BETWEEN = 10;

    private final Minds minds;

    public MultihopSuite(Minds minds) {
        this.minds = minds;
    }

    @Override
    public String name() {
        return "multihop";
    }

    @Override
    public String purpose() {
        return "questions that take several texts (MuSiQue, HotpotQA, 2WikiMultihopQA)";
    }

    /** @param near the first found by words and meaning alone, without following names */
    private record Answered(HopQuestion question, List<Article> near, List<Article> found, Optional<String> answer) {
        boolean exact() {
            return answer.filter(a -> AnswerMatch.exact(a, question.answers())).isPresent();
        }

        double f1() {
            return answer.map(a -> AnswerMatch.f1(a, question.answers())).orElse(0.0);
        }
    }

    /** A file's texts, ready to be searched. */
    private record Corpus(List<Article> texts, String hash, Search<Article> search) {
        List<Integer> places(List<Scored<Article>> found) {
            return found.stream().map(scored -> texts.indexOf(scored.item())).toList();
        }

        List<Article> at(List<Integer> places) {
            return places.stream().map(texts::get).toList();
        }
    }

    /** What a journal keeps of a question: places in the corpus, and the answer, if there is one. */
    record Found(
            List<Integer> near,
            List<Integer> found,
            @Nullable String answer) {}

    private record Asked(File file, HopQuestion question) {}

    @Override
    public Report run(Request request) {
        List<Asked> all = new ArrayList<>();
        for (File file : HopQuestion.read(request.data())) {
            file.questions().forEach(question -> all.add(new Asked(file, question)));
        }
        if (all.isEmpty()) {
            throw new SuiteException("no NAME.json with a NAME_corpus.json beside it lies in " + request.data());
        }
        List<Asked> sample =
                Sample.of(all, a -> a.file().name() + a.question().kind(), request.limit(), request.seed());
        return report(request, all.size(), answered(sample, request));
    }

    private Map<File, List<Answered>> answered(List<Asked> sample, Request request) {
        Map<File, List<Answered>> answered = new LinkedHashMap<>();
        Map<File, Corpus> corpora = new LinkedHashMap<>();
        int done = 0;
        try (Journal journal = Journal.open(request, name())) {
            for (Asked asked : sample) {
                Corpus corpus = corpora.computeIfAbsent(asked.file(), file -> corpus(file, request));
                answered.computeIfAbsent(asked.file(), file -> new ArrayList<>())
                        .add(answer(corpus, asked.question(), journal));
                if (++done % BETWEEN == 0) {
                    request.progress().accept("  " + done + " of " + sample.size() + " questions");
                }
            }
        }
        return answered;
    }

    private Corpus corpus(File file, Request request) {
        request.progress()
                .accept(file.name() + ": " + file.corpus().size() + " texts, "
                        + file.questions().size() + " questions");
        Map<Article, Set<String>> names = Article.names(file.corpus());
        Search<Article> search = Search.over(
                file.corpus(),
                Article::whole,
                article -> names.getOrDefault(article, Set.of()),
                "en",
                new Meanings(minds.encoder()));
        String[] texts = file.corpus().stream().map(Article::whole).toArray(String[]::new);
        return new Corpus(file.corpus(), Hashes.of(texts), search);
    }

    private Answered answer(Corpus corpus, HopQuestion question, Journal journal) {
        String key = Hashes.of(minds.profile(), corpus.hash(), question.text());
        Found found = journal.get(key, Found.class, () -> found(corpus, question.text()));
        return new Answered(
                question, corpus.at(found.near()), corpus.at(found.found()), Optional.ofNullable(found.answer()));
    }

    private Found found(Corpus corpus, String question) {
        Search<Article> search = corpus.search();
        if (minds.level() == Level.RULES) {
            List<Integer> found = corpus.places(search.byWords(question, READ));
            return new Found(found, found, null);
        }
        List<Integer> near = corpus.places(search.near(question, READ));
        List<Integer> found = corpus.places(search.linked(question, READ));
        @Nullable String answer = minds.level() == Level.MODEL
                ? new ShortAnswer(minds.model().get())
                        .to(question, corpus.at(found))
                        .orElse(null)
                : null;
        return new Found(near, found, answer);
    }

    private Report report(Request request, int of, Map<File, List<Answered>> answered) {
        Map<String, Double> measures = new LinkedHashMap<>();
        List<Item> items = new ArrayList<>();
        answered.forEach((file, questions) -> {
            put(measures, file, "R@2", questions, a -> recall(a.found(), a, 2));
            put(measures, file, "R@5", questions, a -> recall(a.found(), a, READ));
            put(measures, file, "R@5 without following names", questions, a -> recall(a.near(), a, READ));
            put(
                    measures,
                    file,
                    "all needed among the first 5",
                    questions,
                    a -> recall(a.found(), a, READ) == 1 ? 1 : 0);
            put(measures, file, "EM", questions, a -> a.exact() ? 1 : 0);
            put(measures, file, "F1", questions, Answered::f1);
            questions.forEach(a -> items.add(item(file, a)));
        });
        List<String> notes = List.of(
                "EM and F1 compare answers as SQuAD does; an answer is yes, no or words of the " + READ
                        + " texts found first.",
                minds.level() == Level.MODEL ? "read with the model" : "Without the model nothing is answered.");
        return new Report(name(), of, request.seed(), items, measures, notes);
    }

    private static double recall(List<Article> found, Answered answered, int depth) {
        return Ranking.recall(found, answered.question().needed(), depth);
    }

    private static void put(
            Map<String, Double> measures,
            File file,
            String name,
            List<Answered> answered,
            ToDoubleFunction<Answered> measure) {
        measures.put(
                file.name() + " " + name,
                answered.stream().mapToDouble(measure).average().orElse(0));
    }

    private static Item item(File file, Answered answered) {
        Item.Outcome outcome =
                Item.Outcome.of(answered.exact(), answered.answer().isPresent());
        String remark = answered.question().text() + "\n      wanted "
                + answered.question().answers() + "\n      answered "
                + answered.answer().orElse("nothing") + ", read off "
                + answered.found().stream().map(Article::title).toList();
        return new Item(
                answered.question().id(),
                file.name() + " " + answered.question().kind(),
                outcome,
                remark);
    }
}
