package warrant.orchestrator.retrieve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import warrant.graph.Passage;

/** Passages by their words: BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over stems, in memory. */
public final class PassageIndex {
    private final List<Passage> passages;
    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    /** @param language {@code en}, {@code de} or {@code zh}, which decides how words are cut and stemmed */
    public PassageIndex(List<Passage> passages, String language) {
        this.passages = List.copyOf(passages);
        this.analyzer = analyzer(language);
        this.searcher = index();
    }

    private static Analyzer analyzer(String language) {
        return switch (language) {
            case "de" -> new GermanAnalyzer();
            case "zh" -> new CJKAnalyzer();
            default -> new EnglishAnalyzer();
        };
    }

    private IndexSearcher index() {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (int i = 0; i < passages.size(); i++) {
                Document row = new Document();
                row.add(new StoredField("number", i));
                row.add(new TextField(
                        "text", passages.get(i).path() + " " + passages.get(i).text(), Field.Store.NO));
                writer.addDocument(row);
            }
            writer.commit();
            IndexSearcher made = new IndexSearcher(DirectoryReader.open(directory));
            made.setSimilarity(new BM25Similarity());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        }
    }

    /** Finds at most so many passages that share words with the question, best first. */
    public List<Scored<Passage>> search(String question, int limit) {
        if (passages.isEmpty() || question.isBlank()) {
            return List.of();
        }
        try {
            var query = new QueryParser("text", analyzer).parse(QueryParser.escape(question));
            List<Scored<Passage>> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
                int number = searcher.storedFields()
                        .document(hit.doc)
                        .getField("number")
                        .numericValue()
                        .intValue();
                found.add(new Scored<>(passages.get(number), hit.score));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        } catch (ParseException e) {
            throw new IllegalArgumentException("the question cannot be cut into words: '" + question + "'", e);
        }
    }
}
