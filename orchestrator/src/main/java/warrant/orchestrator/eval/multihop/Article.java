package warrant.orchestrator.eval.multihop;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warrant.orchestrator.search.Search;

/** A text of the corpus. */
record Article(String title, String text) {
    /** Words of a title that says too little to be looked for in other texts. */
    private static final int SHORT = 3;

    /** @return all there is to read, title first */
    String whole() {
        return title + "\n" + text;
    }

    /** @return what it is about, without what tells it from others of the name: {@code Mercury (planet)} */
    String subject() {
        return title.replaceAll("\\s*\\([^)]*\\)", "").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * What each article names: the names that are recognised, and the subjects of articles that stand in its text, so
     * that it leads to them.
     */
    static Map<Article, Set<String>> names(List<Article> articles) {
        Set<String> subjects = articles.stream()
                .map(Article::subject)
                .filter(s -> s.length() >= SHORT)
                .collect(Collectors.toSet());
        int longest = subjects.stream().mapToInt(s -> s.split(" ").length).max().orElse(0);
        return articles.stream().distinct().collect(Collectors.toMap(article -> article, article -> {
            Set<String> names = new HashSet<>(Search.names(article.whole()));
            names.add(article.subject());
            runs(article.whole(), longest).filter(subjects::contains).forEach(names::add);
            return names;
        }));
    }

    /** All runs of at most so many words of a text, in lower case, as subjects are written. */
    private static Stream<String> runs(String text, int most) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
        Stream.Builder<String> runs = Stream.builder();
        for (int begin = 0; begin < words.length; begin++) {
            StringBuilder run = new StringBuilder();
            for (int end = begin; end < Math.min(words.length, begin + most); end++) {
                run.append(end == begin ? "" : " ").append(words[end]);
                runs.add(run.toString().replaceAll("^\\p{Punct}+|(?:'s|’s)?[\\p{Punct}”]*$", ""));
            }
        }
        return runs.build();
    }
}
