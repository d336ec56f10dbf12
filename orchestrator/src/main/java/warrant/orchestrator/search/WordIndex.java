package warrant.orchestrator.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Texts by their words: BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over stems, in memory. */
final class WordIndex {
    private static final String TEXT = "text";

    /** Characters of a text that are cut into stems: fewer than the clauses that Lucene allows in a query. */
    private static final int CONSIDERED = 1000;

    private final int size;
    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    /** @param language {@code en}, {@code de} or {@code zh}, which decides how words are cut and stemmed */
    WordIndex(List<String> texts, String language) {
        this.size = texts.size();
        this.analyzer = analyzer(language);
        this.searcher = index(texts);
    }

    private static Analyzer analyzer(String language) {
        return switch (language) {
            case "de" -> new GermanAnalyzer();
            case "zh" -> new CJKAnalyzer();
            default -> new EnglishAnalyzer();
        };
    }

    private IndexSearcher index(List<String> texts) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        // This policy merges neighbours only, so that a document's number stays its place in the list.
        IndexWriterConfig inOrder = new IndexWriterConfig(analyzer).setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, inOrder)) {
            for (String text : texts) {
                Document row = new Document();
                row.add(new TextField(TEXT, text, Field.Store.NO));
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

    /** @return the stems of a text's words, as the index has them, with how often each stands there */
    Map<String, Double> stems(String text) {
        Map<String, Double> stems = new LinkedHashMap<>();
        String begins = text.substring(0, Math.min(text.length(), CONSIDERED));
        try (TokenStream tokens = analyzer.tokenStream(TEXT, begins)) {
            CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.merge(stem.toString(), 1.0, Double::sum);
            }
            tokens.end();
            return stems;
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be cut into words", e);
        }
    }

    /**
     * @param weights of stems, none negative
     * @return a score a text, in order; 0 where no word is common
     */
    double[] scores(Map<String, Double> weights) {
        double[] scores = new double[size];
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        weights.forEach((stem, weight) -> query.add(
                new BoostQuery(new TermQuery(new Term(TEXT, stem)), weight.floatValue()), BooleanClause.Occur.SHOULD));
        if (weights.isEmpty() || size == 0) {
            return scores;
        }
        try {
            for (ScoreDoc hit : searcher.search(query.build(), size).scoreDocs) {
                scores[hit.doc] = hit.score;
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        }
    }
}
