#!/usr/bin/env python3
"""Makes the binary documents of the shipped matters from the texts in */source/.

Needs reportlab, python-docx, openpyxl and Pillow. The results are committed and are never made while Warrant is built or run; the script is
kept so that a reader can see where the files come from. Running it again gives the same bytes.

The texts: `!header` and `!footer` stand on every page of a PDF, `# ` is the title, `## ` a heading, `^ ` a line in the middle, `> ` an
indented paragraph; everything else is a paragraph as it stands.
"""

import csv
import datetime
import io
import pathlib
import random
import re
import textwrap
import zipfile

import docx
import openpyxl
import reportlab
from openpyxl.styles import Font
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

HERE = pathlib.Path(__file__).parent
EPOCH = datetime.datetime(2025, 1, 1)


def blocks(text):
    """The text as (kind, words) pairs, and its header and footer."""
    marks = {"#": "title", "##": "heading", "^": "middle", ">": "indented"}
    found, margins = [], {"header": "", "footer": ""}
    for block in re.split(r"\n\s*\n|\n(?=!)", text.strip()):
        first, _, rest = block.strip().partition(" ")
        if first.startswith("!"):
            margins[first[1:]] = rest
        elif first in marks:
            found.append((marks[first], rest))
        else:
            found.append(("plain", block.strip()))
    return found, margins


def pdf(source, target, size=11.5, leading=17.5):
    found, margins = blocks(source.read_text("utf-8"))
    plain = ParagraphStyle(
        "plain", fontName="Times-Roman", fontSize=size, leading=leading, alignment=TA_JUSTIFY, spaceAfter=7, splitLongWords=0, allowSplitting=0
    )
    styles = {
        "plain": plain,
        "indented": ParagraphStyle("indented", plain, leftIndent=24),
        "middle": ParagraphStyle("middle", plain, alignment=TA_CENTER, fontName="Times-Italic"),
        "title": ParagraphStyle("title", plain, alignment=TA_CENTER, fontName="Times-Bold", fontSize=size + 4, leading=leading + 6),
        "heading": ParagraphStyle("heading", plain, fontName="Times-Bold", spaceBefore=8, keepWithNext=1),
    }
    flow = [Paragraph(words.replace("&", "&amp;"), styles[kind]) for kind, words in found]
    title = next(words for kind, words in found if kind == "title")

    class Numbered(Canvas):
        """Writes page margins once the number of pages is known."""

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **{**kwargs, "invariant": 1})
            self.pages = []

        def showPage(self):
            self.pages.append(dict(self.__dict__))
            self._startPage()

        def save(self):
            for page in self.pages:
                self.__dict__.update(page)
                self.setFont("Times-Roman", 9)
                self.drawCentredString(A4[0] / 2, A4[1] - 14 * mm, margins["header"])
                self.drawString(25 * mm, 13 * mm, margins["footer"])
                self.drawRightString(A4[0] - 25 * mm, 13 * mm, f"Page {self._pageNumber} of {len(self.pages)}")
                super().showPage()
            super().save()

    frame = dict(leftMargin=25 * mm, rightMargin=25 * mm, topMargin=24 * mm, bottomMargin=24 * mm)
    SimpleDocTemplate(str(target), pagesize=A4, title=title, author="", **frame).build(flow + [Spacer(1, 1)], canvasmaker=Numbered)


def scan(source, target, dpi=200):
    """A letter as a scanner sees it: one picture in black and white, a little askew, with specks of dust; no text that could be copied."""
    found, margins = blocks(source.read_text("utf-8"))
    face = str(pathlib.Path(reportlab.__file__).parent / "fonts/Vera.ttf")
    small, plain, large = (ImageFont.truetype(face, int(points * dpi / 72)) for points in (8, 11, 14))
    width, height = (int(side * dpi / 72) for side in A4)
    sheet = Image.new("L", (width, height), 255)
    pen, left, top = ImageDraw.Draw(sheet), width // 9, height // 9
    pen.text((left, height // 24), margins["header"], 0, small)
    pen.text((left, height - height // 20), margins["footer"], 0, small)
    for kind, words in found:
        for line in textwrap.wrap(words, 72):
            pen.text((left, top), line, 0, large if kind == "title" else plain)
            top += dpi // 4
        top += dpi // 6
    dust = random.Random(1)
    for _ in range(300):
        sheet.putpixel((dust.randrange(width), dust.randrange(height)), 0)
    sheet = sheet.rotate(0.4, Image.Resampling.BICUBIC, fillcolor=255)
    picture = sheet.point(lambda grey: 255 if grey > 150 else 0).convert("1")
    page = Canvas(str(target), pagesize=A4, invariant=1, initFontName="Times-Roman")
    page.drawInlineImage(picture, 0, 0, *A4)
    page.showPage()
    page.save()


def settle(data, target):
    """Writes an Office file with the same clock in every entry, so that it is the same each time."""
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2025-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def word(source, target):
    found, _ = blocks(source.read_text("utf-8"))
    document = docx.Document()
    document.styles["Normal"].font.name = "Cambria"
    for kind, words in found:
        if kind == "title":
            document.add_heading(words, 0)
        elif kind == "heading":
            document.add_heading(words, 1)
        else:
            document.add_paragraph(words)
    document.core_properties.title = next(words for kind, words in found if kind == "title")
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = EPOCH
    data = io.BytesIO()
    document.save(data)
    settle(data.getvalue(), target)


def cell(text):
    """A cell as a spreadsheet keeps it: a date and an amount are values with a format, not text."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text), "dd/mm/yyyy" if int(text[8:]) > 12 else "d mmm yyyy"
    if re.fullmatch(r"\d+\.\d\d", text):
        return float(text), "#,##0.00"
    if re.fullmatch(r"[\d.]+ %", text):
        return round(float(text[:-2]) / 100, 4), "0.0%"
    return text, "General"


def workbook(sheets, target):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, source in sheets.items():
        sheet = book.create_sheet(name)
        with source.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                sheet.append([cell(text)[0] for text in row])
                for place, text in zip(sheet[sheet.max_row], row):
                    place.number_format = cell(text)[1]
        for column, _ in enumerate(sheet[1], 1):
            sheet.cell(1, column).font = Font(bold=True)
            sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 20
        sheet.freeze_panes = "A2"
    book.properties.creator = ""
    book.properties.created = book.properties.modified = EPOCH
    data = io.BytesIO()
    book.save(data)
    settle(data.getvalue(), target)


def supply():
    source, documents = HERE / "supply/source", HERE / "supply/documents"
    pdf(source / "master-agreement.txt", documents / "master-agreement.pdf")
    pdf(source / "order-form-2023-01.txt", documents / "order-form-2023-01.pdf")
    pdf(source / "force-majeure-letter.txt", documents / "force-majeure-letter.pdf")
    word(source / "amendment-1.txt", documents / "amendment-1.docx")
    word(source / "receivables-assignment.txt", documents / "receivables-assignment.docx")
    word(source / "order-form-2024-02.txt", documents / "order-form-2024-02.docx")
    workbook({"Invoices": source / "invoices.csv", "Payments": source / "payments.csv"}, documents / "ledger.xlsx")
    workbook({"Results by month": source / "maintenance-results.csv"}, documents / "maintenance-results.xlsx")
    scan(source / "acknowledgement.txt", documents / "acknowledgement-scan.pdf")


def tenancy():
    source, documents = HERE / "tenancy/source", HERE / "tenancy/documents"
    pdf(source / "lease.txt", documents / "lease.pdf")
    word(source / "side-letter.txt", documents / "side-letter.docx")
    workbook({"Rent demands": source / "demands.csv", "Receipts": source / "receipts.csv"}, documents / "rent-ledger.xlsx")


if __name__ == "__main__":
    supply()
    tenancy()
