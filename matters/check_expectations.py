#!/usr/bin/env python3
"""Checks a shipped matter without Warrant: files parse, cited and expected words stand in the documents, amounts are right.

Needs pypdf, python-docx, openpyxl, rdflib and PyYAML. Usage: check_expectations.py [MATTER ...]; exit code 1 if anything is wrong.
"""

import csv
import email
import email.policy
import html
import pathlib
import re
import sys

import docx
import openpyxl
import pypdf
import rdflib
import yaml

HERE = pathlib.Path(__file__).parent
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
CITES = re.compile(r'cites\s+"([^"]+)"\s+clause\s+"([^"]*)"\s+"([^"]+)"')


def words(text):
    return " ".join(text.split())


def text_of(file):
    """All words of a document, white space collapsed; pages of a PDF are joined, as a citation may not cross one anyway."""
    match file.suffix:
        case ".pdf":
            return words("\n\f\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages))
        case ".docx":
            return words("\n".join(paragraph.text for paragraph in docx.Document(file).paragraphs))
        case ".xlsx":
            book = openpyxl.load_workbook(file)
            return words("\n".join(str(c.value) for sheet in book for row in sheet for c in row))
        case ".html":
            return words(html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<style.*?</style>", "", file.read_text("utf-8")))))
        case ".eml":
            message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            body = message.get_body(("plain", "html")).get_content()
            return words(f"{message['subject']}\n{message['from']}\n{message['to']}\n{message['date']}\n{body}")
        case _:
            return words(file.read_text("utf-8"))


def citations(matter, texts):
    """Each cited sentence stands in its file, after the number of its clause and before that of the next one."""
    for rules in sorted(matter.glob("rules/*.rules")):
        for name, clause, quoted in CITES.findall(rules.read_text("utf-8")):
            if name not in texts:
                yield f"{rules.name}: no document {name}"
                continue
            at = texts[name].find(words(quoted))
            if at < 0:
                yield f"{rules.name}: {name} does not say: {quoted}"
                continue
            before = re.findall(rf"(?<![\w.,])(\d{{1,2}}(?:\.\d{{1,2}})?)\.? (?!{MONTHS})(?=[A-Z“])", texts[name][: at + 1])
            if clause and (not before or before[-1] != clause):
                yield f"{rules.name}: {name} says it under {before[-1:]}, not {clause}: {quoted}"


def expected_labels(matter, texts):
    """Each expected entity is named by one of its labels in some document."""
    graph = rdflib.Graph().parse(matter / "expected.ttl")
    everything = " ".join(texts.values()).lower()
    names = {}
    for relation in (rdflib.RDFS.label, rdflib.SKOS.altLabel):
        for subject, label in graph.subject_objects(relation):
            names.setdefault(subject, []).append(str(label))
    for subject, labels in names.items():
        if not any(label.lower() in everything for label in labels):
            yield f"expected.ttl: no document names {labels}"
    ontology = rdflib.Graph().parse(matter / "ontology.ttl")
    for subject, relation, obj in graph:
        if relation in (rdflib.RDFS.label, rdflib.SKOS.altLabel):
            continue
        if subject not in names:
            yield f"expected.ttl: {subject} has no label"
        if relation == rdflib.RDF.type:
            known = (obj, rdflib.RDF.type, rdflib.OWL.Class) in ontology
        else:
            known = (relation, rdflib.RDFS.label, None) in ontology
            if isinstance(obj, rdflib.URIRef) and obj not in names:
                yield f"expected.ttl: {obj} has no label"
        if not known:
            yield f"expected.ttl: {relation} {obj} is not in ontology.ttl"


def questions(matter, texts):
    rules = " ".join(f.read_text("utf-8") for f in matter.glob("rules/*.rules"))
    for question in yaml.safe_load((matter / "questions.yaml").read_text("utf-8")):
        expect = question["expect"]
        for name in expect.get("cites", []):
            if not all(part in texts for part in name.split("|")):
                yield f"questions.yaml: no document {name}"
        for rule in expect.get("rules", []):
            if not re.search(rf"(rule|presume) {re.escape(rule)}\b", rules):
                yield f"questions.yaml: no rule {rule}"
        if expect["kind"] not in ("grounded", "unsupported", "contradicted"):
            yield f"questions.yaml: {expect['kind']}"


def check(matter):
    yaml.safe_load((matter / "matter.yaml").read_text("utf-8"))
    rdflib.Graph().parse(matter / "ontology.ttl")
    documents = matter / "documents"
    texts = {str(f.relative_to(documents)): text_of(f) for f in sorted(documents.rglob("*")) if f.is_file()}
    print(f"{matter.name}: {len(texts)} documents, {sum(len(t.split()) for t in texts.values())} words")
    found = list(citations(matter, texts))
    if (matter / "expected.ttl").exists():
        found += expected_labels(matter, texts)
    if (matter / "questions.yaml").exists():
        found += questions(matter, texts)
    for line in found:
        print(" ", line)
    return not found


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["supply", "tenancy"]
    sys.exit(0 if all([check(HERE / name) for name in chosen]) else 1)
