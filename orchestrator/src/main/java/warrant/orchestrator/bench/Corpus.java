package warrant.orchestrator.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A matter of made-up leases, letters and ledgers, of any size: for measuring how ingestion goes. The same seed gives
 * the same files.
 */
public final class Corpus {
    private static final List<String> FIRST = List.of(
            "Birchwood",
            "Larchmont",
            "Quayside",
            "Harbour",
            "Thornfield",
            "Ashgrove",
            "Millbrook",
            "Stonegate",
            "Fairhaven",
            "Oakridge",
            "Redwater",
            "Greycliff",
            "Silverton",
            "Westmere",
            "Elmhurst",
            "Brookvale");
    private static final List<String> SECOND =
            List.of("Estates", "Holdings", "Storage", "Properties", "Freight", "Logistics", "Partners", "Industries");
    private static final List<String> FORM = List.of("Ltd", "plc", "GmbH", "AG");
    private static final List<String> CLAUSES = List.of(
            "The parties shall keep confidential what they learn of each other's business, and use it for no other end.",
            "Neither party is answerable for delay that flood, fire, strike or an order of an authority has caused.",
            "Notices are to be given in writing and take effect when they reach the other party's registered office.",
            "The premises are to be kept in good repair and returned clean, fair wear and tear excepted.",
            "If a clause is held to be void the others stand, and the parties put a valid one of like effect in its place.",
            "No waiver of a breach is a waiver of another one, and none is made by conduct or by silence alone.");
    private static final int CLAUSES_A_PAGE = 12;

    private static final String ONTOLOGY = """
            @prefix : <urn:example:corpus#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix w: <urn:warrant:> .
            :Company a owl:Class ; rdfs:label "company" ; rdfs:comment "A company." .
            :Lease a owl:Class ; rdfs:label "lease" ; rdfs:comment "A lease." .
            :Payment a owl:Class ; rdfs:label "payment" ; rdfs:comment "A payment." .
            :ownedBy a owl:ObjectProperty ; rdfs:label "is owned by" ; rdfs:comment "A company is owned by another." ;
                rdfs:domain :Company ; rdfs:range :Company .
            :monthlyRent a owl:DatatypeProperty ; rdfs:label "monthly rent" ; rdfs:comment "The rent for a month." ;
                rdfs:domain :Lease ; rdfs:range w:Money .
            :startsOn a owl:DatatypeProperty ; rdfs:label "starts on" ; rdfs:comment "The day a lease starts." ;
                rdfs:domain :Lease ; rdfs:range xsd:date .
            :amount a owl:DatatypeProperty ; rdfs:label "amount" ; rdfs:domain :Payment ; rdfs:range w:Money .
            :paidOn a owl:DatatypeProperty ; rdfs:label "paid on" ; rdfs:domain :Payment ; rdfs:range xsd:date .
            """;

    private final Random random;

    private Corpus(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Writes a matter's folder.
     *
     * @param documents how many
     * @param pages how many each lease has; letters and ledgers have one
     */
    public static void write(Path folder, int documents, int pages, long seed) throws IOException {
        Files.createDirectories(folder.resolve("documents"));
        Files.writeString(folder.resolve("matter.yaml"), "name: corpus\n");
        Files.writeString(folder.resolve("ontology.ttl"), ONTOLOGY);
        Corpus corpus = new Corpus(seed);
        for (int i = 0; i < documents; i++) {
            boolean single = pages == 1 && i % 5 > 2;
            String name = String.format(
                    Locale.ROOT, "%04d-%s", i, single ? (i % 5 == 3 ? "letter.txt" : "ledger.csv") : "lease.txt");
            String text = !single ? corpus.lease(i, pages) : i % 5 == 3 ? corpus.letter() : corpus.ledger(i);
            Files.writeString(folder.resolve("documents").resolve(name), text);
        }
    }

    private String company() {
        return pick(FIRST) + " " + pick(SECOND) + " " + pick(FORM);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000));
    }

    private String lease(int number, int pages) {
        StringBuilder text = new StringBuilder("LEASE\n\nThis Lease no. " + number + " is made between " + company()
                + " (the \"Landlord\") and " + company() + " (the \"Tenant\").\n\n");
        int clause = 1;
        for (int page = 0; page < pages; page++) {
            text.append(page == 0 ? "" : "\f");
            for (int i = 0; i < CLAUSES_A_PAGE; i++) {
                text.append(clause++).append(". ").append(clause(page, i)).append("\n\n");
            }
        }
        return text.toString();
    }

    private String clause(int page, int place) {
        if (page == 0 && place == 1) {
            return String.format(
                    Locale.ROOT, "Rent. The monthly rent of the Lease is EUR %d.00.", 500 + random.nextInt(9_000));
        }
        if (page == 0 && place == 2) {
            return "Term. The Lease starts on " + day() + ". " + pick(CLAUSES);
        }
        return place == 5
                ? "Group. " + company() + " is owned by " + company() + ". " + pick(CLAUSES)
                : pick(CLAUSES) + " " + pick(CLAUSES);
    }

    private String letter() {
        return day() + "\n\nDear Sirs,\n\nWe confirm that " + company() + " is owned by " + company() + ". "
                + pick(CLAUSES) + "\n\nYours faithfully\n";
    }

    private String ledger(int number) {
        StringBuilder text = new StringBuilder("Payment,Amount,Paid on\n");
        for (int row = 1; row <= 8; row++) {
            text.append(String.format(
                    Locale.ROOT, "P-%d-%d,EUR %d.00,%s%n", number, row, 500 + random.nextInt(9_000), day()));
        }
        return text.toString();
    }
}
