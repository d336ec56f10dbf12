#!/usr/bin/env python3
"""Makes expected.ttl of a shipped matter: source/expected-text.ttl, written by hand, and the rows of its tables. Usage: make_expected.py"""

import csv
import datetime
import pathlib
import re

HERE = pathlib.Path(__file__).parent


def local(text):
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")


def value(kind, text, currency="EUR"):
    match kind:
        case "date":
            return f'"{text}"^^xsd:date'
        case "money":
            return f'"{currency} {text}"^^w:Money'
        case "percentage":
            return f'"{text.removesuffix(" %")} %"^^w:Percentage'
        case "string":
            return f'"{text}"'
        case "entity":
            return f"x:{local(text)}"


def table(file, name, columns, currency="EUR"):
    """One entity for each row; columns: header to (relation, kind of value)."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            key = next(iter(row.values()))
            alias = f' ; skos:altLabel "{name[1]} {key}"' if name[1] else ""
            yield f'x:{local(key)} a :{name[0]} ; rdfs:label "{key}"{alias} ;'
            said = [f"    :{relation} {value(kind, row[header], currency)}" for header, (relation, kind) in columns.items() if row[header]]
            yield " ;\n".join(said) + " ."


def supply():
    folder = HERE / "supply"
    record = {"Amount (EUR)": ("amount", "money"), "Order": ("underOrder", "entity")}
    yield from table(folder / "source/invoices.csv", ("Invoice", "Invoice"), {"Invoice date": ("issuedOn", "date"), **record})
    settles = {"Settles invoice": ("settles", "entity"), "Credited on": ("creditedOn", "date"), "Amount (EUR)": ("amount", "money")}
    yield from table(folder / "source/payments.csv", ("Payment", "Payment"), settles)
    plan = {"Order": ("underOrder", "entity"), "Committed date": ("committedFor", "date"), "Delivered on": ("deliveredOn", "date")}
    yield from table(folder / "documents/deliveries.csv", ("Delivery", "Delivery note"), {**plan, "Value (EUR)": ("amount", "money")})
    measured = {"Level measured": ("measures", "entity"), "Month ending": ("monthEnding", "date"), "Result": ("monthlyResult", "percentage")}
    yield from table(folder / "source/maintenance-results.csv", ("Measurement", "Measurement"), measured)
    page = (folder / "documents/service-levels.html").read_text("utf-8")
    for line in re.findall(r"<tr>(<td>.*?)</tr>", page):
        level, *numbers = re.findall(r"<td>(.*?)</td>", line)
        said = zip(("targetLevel", "achievedLevel", "creditRate"), numbers)
        yield f'x:{local(level)} a :ServiceLevel ; rdfs:label "{level}" ;'
        yield " ;\n".join(f"    :{relation} {value('percentage', number.split()[0])}" for relation, number in said) + " ."


def tenancy():
    folder, demand = HERE / "tenancy", {"Due date": ("fallsDueOn", "date"), "Sum demanded (GBP)": ("sumDemanded", "money")}
    yield from table(folder / "source/demands.csv", ("Demand", "Rent demand"), demand, "GBP")
    receipt = {"Demand": ("answers", "entity"), "Banked on": ("bankedOn", "date"), "Sum received (GBP)": ("sumReceived", "money")}
    yield from table(folder / "source/receipts.csv", ("Receipt", "Receipt"), receipt, "GBP")
    page = (folder / "documents/inspection-note.html").read_text("utf-8")
    for item, reported, completed, cost in re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>", page):
        days = {"reportedOn": reported, "completedOn": completed}
        said = [f"    :{r} {value('date', str(datetime.datetime.strptime(d, '%d %B %Y').date()))}" for r, d in days.items() if d]
        yield f'x:{local(item)} a :RepairItem ; rdfs:label "{item}" ;'
        yield " ;\n".join(said + [f"    :estimatedCost {value('money', cost.replace(',', ''), 'GBP')}"]) + " ."


def write(matter, lines):
    folder = HERE / matter
    text = (folder / "source/expected-text.ttl").read_text("utf-8") + "\n" + "\n".join(lines) + "\n"
    (folder / "expected.ttl").write_text(text, "utf-8")


if __name__ == "__main__":
    write("supply", supply())
    write("tenancy", tenancy())
