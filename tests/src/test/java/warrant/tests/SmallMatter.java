package warrant.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A matter of three short files, two rules and one exception. */
final class SmallMatter {
    private SmallMatter() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("documents"));
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("matter.yaml"), "name: small\nas_of: 2024-09-01\n");
        Files.writeString(folder.resolve("documents/lease.txt"), """
                LEASE

                This Lease is made between Birchwood Estates Ltd (the "Landlord") and Colm Draper (the "Tenant").

                1. Rent. The monthly rent of the Lease is EUR 1,250.00.

                2. Notice. The Tenant may end the Lease on sixty (60) days' notice.
                """);
        Files.writeString(folder.resolve("documents/letter.txt"), """
                2024-06-14

                Dear Mr Draper,

                We confirm that Birchwood Estates Ltd is owned by Larchmont Holdings plc.
                """);
        Files.writeString(folder.resolve("documents/payments.csv"), """
                Payment,Amount,Paid on
                P-001,EUR 1250.00,2024-07-01
                P-002,EUR 1250.00,2024-08-05
                """);
        Files.writeString(folder.resolve("ontology.ttl"), """
                @prefix : <urn:example:small#> .
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                @prefix w: <urn:warrant:> .

                :Company a owl:Class ; rdfs:label "company" .
                :Payment a owl:Class ; rdfs:label "payment" .
                :Lease a owl:Class ; rdfs:label "lease" .
                :amount a owl:DatatypeProperty ; rdfs:label "amount" ; rdfs:comment "How much a payment is." ;
                    rdfs:domain :Payment ; rdfs:range w:Money .
                :paidOn a owl:DatatypeProperty ; rdfs:label "paid on" ; rdfs:comment "The day a payment was made." ;
                    rdfs:domain :Payment ; rdfs:range xsd:date .
                :ownedBy a owl:ObjectProperty ; rdfs:label "owned by" ;
                    rdfs:comment "A company is owned by another company." ;
                    rdfs:domain :Company ; rdfs:range :Company ; skos:example "Ash Ltd is owned by Oak plc." .
                """);
        Files.writeString(folder.resolve("rules/late.rules"), """
                rule late "A payment after the first of the month is late"
                  if   ?p a :Payment  ?p :paidOn ?d  ?n = day(?d)  ?n > 1
                  then ?p :late true

                rule in-time "A payment on the first is in time"
                  if   ?p a :Payment  ?p :paidOn ?d  not ?p :late true
                  then ?p :inTime true
                """);
        return folder;
    }
}
