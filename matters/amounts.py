#!/usr/bin/env python3
"""Works out by plain Python what the rules of the shipped matters should conclude: dates, amounts, verdicts.

Nothing of Warrant is used, so that a wrong figure in questions.yaml or in a rule shows. Prints one line for each conclusion.
"""

import csv
import datetime
import pathlib
from decimal import ROUND_HALF_UP, Decimal

import yaml

HERE = pathlib.Path(__file__).parent
DAY = datetime.timedelta(days=1)


def rows(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def date(text):
    return datetime.date.fromisoformat(text)


def cents(amount):
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


class Calendar:
    def __init__(self, matter):
        calendars = yaml.safe_load((HERE / matter / "matter.yaml").read_text("utf-8"))["calendars"]
        self.holidays = set(next(iter(calendars.values()))["holidays"])

    def open(self, day):
        return day.weekday() < 5 and not {day.isoformat(), day.strftime("%m-%d")} & self.holidays

    def next(self, day):
        while not self.open(day):
            day += DAY
        return day

    def add(self, day, count):
        while count:
            day += DAY
            count -= self.open(day)
        return day


def supply(as_of):
    """(subject, relation) to value, as of a day."""
    source, documents, calendar = HERE / "supply/source", HERE / "supply/documents", Calendar("supply")
    found = {}
    payments = [p for p in rows(source / "payments.csv") if date(p["Credited on"]) <= as_of]
    waived = {"KCS-24-019", "KCS-24-022"}
    total = Decimal(0)
    for invoice in rows(source / "invoices.csv"):
        number, issued, amount = invoice["Invoice no."], date(invoice["Invoice date"]), Decimal(invoice["Amount (EUR)"])
        due = calendar.next(issued + (45 if issued >= date("2024-07-01") else 30) * DAY)
        found[number, "due"] = due
        found[number, "payable to"] = "Veldrin Trade Finance Limited" if issued >= date("2025-01-01") else "Kestrane Cooling Systems Limited"
        mine = [p for p in payments if p["Settles invoice"] == number]
        received = sum((Decimal(p["Amount (EUR)"]) for p in mine), Decimal(0))
        if received >= amount:
            paid = max(date(p["Credited on"]) for p in mine)
            found[number, "paid"] = paid
            if paid > due and number not in waived:
                found[number, "interest"] = cents(amount * 8 * (paid - due).days / 100 / 365)
            if paid <= issued + 10 * DAY and issued < date("2025-01-01"):
                found[number, "discount"] = cents(amount * 2 / 100)
        elif issued <= as_of:
            found[number, "outstanding"] = amount - received
            if as_of > due:
                found[number, "overdue"] = amount - received
                total += amount - received
    found["Master Supply Agreement", "total overdue"] = total
    limit = calendar.add(date("2024-10-24"), 5)
    found["Force Majeure Notice", "last day to send"] = limit
    for delivery in rows(documents / "deliveries.csv"):
        number, promised, price = delivery["Delivery note"], date(delivery["Committed date"]), Decimal(delivery["Value (EUR)"])
        late = (date(delivery["Delivered on"]) - promised).days
        affected = delivery["Order"] == "OF-2024-02" and date("2024-10-24") <= promised <= date("2024-11-29")
        if affected and date("2024-11-01") <= limit:
            found[number, "excused"] = True
        elif late >= 7:
            found[number, "credit"] = min(cents(price * (late // 7) / 200), cents(price * 5 / 100))
    received = calendar.add(date("2025-03-14"), 2)
    deadline = calendar.add(received, 10)
    found["Notice of Default", "received"], found["Notice of Default", "deadline"] = received, deadline
    named = [n for n in ("KCS-24-031", "KCS-24-033") if (n, "overdue") in found]
    found["Kestrane Cooling Systems Limited", "may terminate"] = bool(named) and as_of > deadline and total >= 25000
    for level, target, achieved, rate in (("On-site response within eight hours", 95, 91.5, 4), ("First-visit repair", 85, 83, Decimal("2.5"))):
        if achieved < target:
            found[level, "service credit"] = cents(Decimal("18640.50") * rate / 100)
    return found


if __name__ == "__main__":
    for as_of in ("2024-12-31", "2025-03-31", "2025-04-30"):
        print(f"supply as of {as_of}")
        for (subject, relation), value in supply(date(as_of)).items():
            print(f"  {subject} | {relation} | {value}")
