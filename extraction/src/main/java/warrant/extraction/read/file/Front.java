package warrant.extraction.read.file;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.extraction.read.page.Content;
import warrant.graph.Page;

/** What a document calls itself and the day it bears. */
record Front(String title, @Nullable LocalDate date) {
    private static final int LONGEST_TITLE = 120;

    static Front of(String name, Content content, List<Page> pages) {
        String marked = content.title();
        boolean text =
                !content.mediaType().contains("csv") && !content.mediaType().contains("sheet");
        LocalDate date = content.date() == null && text ? BornOn.of(pages) : content.date();
        return new Front(marked == null ? firstLine(name, content, pages) : marked, date);
    }

    /** The first line, if it is short and not a sentence; of tables, and else, the name of the file. */
    private static String firstLine(String name, Content content, List<Page> pages) {
        String line = pages.getFirst()
                .text()
                .lines()
                .filter(l -> !l.isBlank())
                .findFirst()
                .orElse("");
        boolean heading = line.length() <= LONGEST_TITLE
                && line.indexOf('\t') < 0
                && !line.matches(".*[.;:,]$|\\P{L}*|[^:]{1,20}: .*");
        if (heading && !content.mediaType().equals("text/csv")) {
            return line;
        }
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
    }
}
