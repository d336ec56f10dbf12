package warrant.extraction.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.extraction.mention.DefinedTerms.Definition;
import warrant.extraction.mention.Mention.Sort;
import warrant.graph.Document;
import warrant.graph.Page;
import warrant.graph.Quotation;
import warrant.graph.Span;

/** Finds where a document defines its terms, and binds each to the name it stands for. */
public final class Definitions {
    private static final String OPEN = "[\"“„«‘'「『]";
    private static final String CLOSE = "[\"”“»’'」』]";
    private static final String QUOTED = OPEN + "(?<term>[\\p{L}][\\p{L}\\d’' &./-]{0,60}?)" + CLOSE;
    /**
     * {@code (the “Supplier”)}, {@code (hereinafter "Buyer")}, {@code (以下简称“甲方”)}; several terms in one pair of
     * brackets too.
     */
    private static final Pattern BRACKET =
            Pattern.compile("[(（](?<inside>[^()（）]{0,80}?" + OPEN + "[^()（）]{1,120}?)[)）]");

    private static final Pattern TERM = Pattern.compile(QUOTED);
    private static final Pattern MEANS = Pattern.compile(
            QUOTED
                    + "\\s*(?:\\([^)]*\\)\\s*)?(?<verb>means|shall mean|has the meaning|have the meaning|refers to|includes|is defined|bedeutet|bezeichnet|ist|sind|指|:|：)");
    private static final Pattern CALLED = Pattern.compile(
            "(?:hereinafter|hereafter|collectively|together)?,?\\s*(?:referred to as|called|known as|nachfolgend|im Folgenden)\\s+(?:the\\s+|den\\s+|die\\s+|das\\s+|der\\s+)?"
                    + QUOTED);
    private static final Pattern PARTY_LABEL = Pattern.compile(
            "(?m)^(?:the\\s+)?(?<term>\\p{Lu}\\p{L}{2,24}(?: \\p{Lu}\\p{L}+){0,2}|[甲乙丙丁]方|卖方|买方)\\s*[:：]\\s*(?=\\S)");
    private static final Pattern NO_PARTY = Pattern.compile(
            "(?i)(?:from|to|cc|bcc|subject|date|attention|attn|re|signed|name|by|for and on behalf|title|tel|address|via|regarding|present|apologies|author|prepared by|copy|place)(?:\\s.*)?");
    private static final String DOCUMENT_WORD =
            "(?:agreement|contract|deed|lease|licence|license|amendment|addendum|order form|order|letter|schedule|assignment|guarantee|policy|statement|plan|memorandum|terms|Vertrag|vereinbarung|合同|协议)";
    private static final Pattern DOCUMENT_NAME = Pattern.compile(
            "(?i:\\b(?:this|the|an?|der|die|das)\\s+)?(?<name>(?:[\\p{L}][\\p{L}-]*\\s+){0,4}(?i:" + DOCUMENT_WORD
                    + ")(?:\\s+(?i:no\\.?|number)\\s*[\\w/-]+)?(?:\\s+(?:of|dated|made on|vom)\\s+(?:\\d{1,2}\\s+\\p{L}+\\s+\\d{4}|\\p{L}+\\s+\\d{1,2},\\s+\\d{4}))?)");
    private static final int REACH = 400;
    /** What stands for a day or a sum, not for a name that is mentioned before: {@code Effective Date}. */
    private static final Pattern OF_A_VALUE = Pattern.compile(
            "(?i)(?:.*\\s)?(?:date|day|time|period|amount|sum|price|fee|rate|margin|datum|tag|frist|betrag|preis)");
    /** Brackets that name several at once: no single one goes by the term. */
    static final Pattern TOGETHER = Pattern.compile("(?i)\\b(?:together|collectively|jointly|zusammen|gemeinsam)\\b");
    /** Who stands at the beginning of an item in a list of parties, or after {@code between} and {@code and}. */
    private static final Pattern PARTY = Pattern.compile(
            "(?:^\\s*(?:[(（]?\\w{1,3}[)）.]\\s*)?|\\b(?:between|and|with|zwischen|und)\\s+)"
                    + "(?:(?:Mr|Ms|Mrs|Dr|Herrn?|Frau)\\.?\\s+)?(?<name>\\p{Lu}[\\p{L}.’'-]+(?:\\s(?:(?:van|von|de|der|den)\\s)?\\p{Lu}[\\p{L}.’'-]+){1,3})(?=[\\s,(])");

    private Definitions() {}

    /** @return the terms of a document, each where it is first defined */
    public static DefinedTerms of(Document document) {
        Map<String, Definition> found = new LinkedHashMap<>();
        for (Page page : document.pages()) {
            Text text = new Text(page.text());
            List<Definition> here = new ArrayList<>();
            brackets(document, page, text, here);
            means(document, page, text, here);
            labels(document, page, text, here);
            here.sort(Comparator.comparingInt(
                    definition -> definition.quotation().span().end()));
            here.forEach(definition ->
                    found.merge(definition.term().toLowerCase(Locale.ROOT), definition, Definitions::fuller));
        }
        return new DefinedTerms(List.copyOf(found.values()));
    }

    private static Definition fuller(Definition first, Definition second) {
        return first.name().isEmpty() && !second.name().isEmpty() ? second : first;
    }

    private static void brackets(Document document, Page page, Text text, List<Definition> found) {
        List<int[]> places = new ArrayList<>();
        BRACKET.matcher(text.string()).results().forEach(m -> places.add(new int[] {m.start(), m.end()}));
        CALLED.matcher(text.string()).results().forEach(m -> places.add(new int[] {m.start(), m.end()}));
        places.sort(Comparator.comparingInt(place -> place[0]));
        int boundary = 0;
        for (int[] place : places) {
            int line = text.string().lastIndexOf('\n', place[0] - 1) + 1;
            int from = Math.max(Math.max(boundary, line), place[0] - REACH);
            Matcher term = TERM.matcher(text.string()).region(place[0], place[1]);
            boolean several = TOGETHER.matcher(text.string().substring(place[0], place[1]))
                    .find();
            while (term.find()) {
                found.add(bound(document, page, text, several ? place[0] : from, place, term.group("term")));
            }
            boundary = place[1];
        }
    }

    private static Definition bound(Document document, Page page, Text text, int from, int[] place, String term) {
        String before = text.string().substring(from, place[0]);
        Named named = named(before, term);
        int begin = named.name().isEmpty() ? place[0] : from + named.begin();
        return new Definition(
                clean(term), named.name(), named.sort(), quotation(document, page, text, begin, place[1]));
    }

    /** A name, its sort, and where it begins in the text that was searched. */
    private record Named(String name, Sort sort, int begin) {}

    private static Named named(String before, String term) {
        if (OF_A_VALUE.matcher(term).matches()) {
            return new Named("", Sort.TERM, 0);
        }
        Text text = new Text(before);
        boolean documentTerm = term.matches("(?i).*\\b" + DOCUMENT_WORD + "|.*(?:合同|协议)");
        if (documentTerm) {
            Named name = lastDocument(before);
            if (!name.name().isEmpty()) {
                return name;
            }
        }
        List<Mention.Name> names = new ArrayList<>(Organisations.find(text));
        names.addAll(People.find(text));
        Mention.Name best = names.stream()
                .min(Comparator.comparingInt(Mention.Name::begin).thenComparingInt(n -> n.begin() - n.end()))
                .orElse(null);
        if (best != null && !documentTerm) {
            return new Named(best.name(), best.sort(), text.index(best.begin()));
        }
        Matcher party = PARTY.matcher(before);
        if (!documentTerm && party.find()) {
            return new Named(party.group("name"), Sort.OTHER, party.start("name"));
        }
        return new Named("", Sort.TERM, 0);
    }

    private static Named lastDocument(String before) {
        Named last = new Named("", Sort.TERM, 0);
        Matcher match = DOCUMENT_NAME.matcher(before);
        while (match.find()) {
            boolean near = before.length() - match.end() < 160;
            if (near) {
                String name = match.group("name");
                String bare = name.replaceFirst("^(?:.*\\s)?(?i:an?|the|this|into|under|of|to|by)\\s+", "");
                last = new Named(bare.strip(), Sort.DOCUMENT, match.end("name") - bare.length());
            }
        }
        return last;
    }

    private static void means(Document document, Page page, Text text, List<Definition> found) {
        Matcher match = MEANS.matcher(text.string());
        while (match.find()) {
            int stop = sentenceEnd(text.string(), match.end());
            String explained = text.string().substring(match.end(), stop);
            Mention.Name name = Organisations.find(new Text(explained)).stream()
                    .filter(n -> explained
                            .substring(0, new Text(explained).index(n.begin()))
                            .matches("\\s*(?:the\\s+)?"))
                    .findFirst()
                    .orElse(null);
            boolean colon = match.group("verb").matches("[:：]");
            if (name != null || !colon) {
                found.add(new Definition(
                        clean(match.group("term")),
                        name == null ? "" : name.name(),
                        name == null ? Sort.TERM : name.sort(),
                        quotation(document, page, text, match.start(), Math.max(stop, match.end()))));
            }
        }
    }

    /** {@code Supplier: Halden Freight Systems Ltd}, as a line that begins a contract has it. */
    private static void labels(Document document, Page page, Text text, List<Definition> found) {
        Matcher match = PARTY_LABEL.matcher(text.string());
        while (match.find()) {
            String term = match.group("term");
            int stop = text.string().indexOf('\n', match.end());
            String rest = text.string()
                    .substring(match.end(), stop < 0 ? text.string().length() : stop);
            Text searched = new Text(rest);
            List<Mention.Name> names = new ArrayList<>(Organisations.find(searched));
            names.removeIf(name -> name.begin() > 0);
            if (!names.isEmpty() && !NO_PARTY.matcher(term).matches()) {
                Mention.Name name = names.getFirst();
                int end = match.end() + searched.index(name.end());
                found.add(new Definition(
                        term, name.name(), name.sort(), quotation(document, page, text, match.start("term"), end)));
            }
        }
    }

    private static int sentenceEnd(String text, int from) {
        int line = text.indexOf('\n', from);
        int end = line < 0 ? text.length() : line;
        Matcher stop = Pattern.compile("[.;。；](?=\\s|$)").matcher(text).region(from, end);
        return stop.find() ? stop.end() : end;
    }

    private static String clean(String term) {
        return term.strip().replaceFirst("^(?i:the|each|a|an)\\s+", "");
    }

    private static Quotation quotation(Document document, Page page, Text text, int begin, int end) {
        Span span = new Span(document.id(), page.label(), text.point(begin), text.point(end), null);
        return new Quotation(span, text.string().substring(begin, end));
    }
}
