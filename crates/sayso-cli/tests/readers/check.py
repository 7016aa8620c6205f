"""Reads what `sayso attributions` has written and compares it with its JSON Lines.

usage: check.py FORMAT WRITTEN RECORDS

WRITTEN is a file, or for brat a folder. RECORDS is the same as JSON Lines. Only the
standard library is needed; `conllu` and `pyarrow` are used where they are installed
(the latter for parquet, which is skipped without it: exit status 77).
"""

import csv
import html.parser
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def squeezed(text):
    """The text without white space, and without what XML cannot have."""
    return re.sub(r"[\s\x00-\x1f\ufffd\ufffe\uffff]", "", text)


def words(record, spans):
    return [record["text"][start:end] for start, end in spans]


def check_csv(path, records):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    expected = []
    for record in records:
        others = {k: v for k, v in record.items() if k not in ("id", "text", "attributions", "entities")}
        for number, attribution in enumerate(record["attributions"], 1):
            row = {"id": str(record["id"]), "attribution": str(number), "kind": attribution["kind"]}
            row["speakers"] = "; ".join(attribution["speakers"])
            row["confidence"] = attribution["confidence"]
            row["nested"] = "true" if attribution.get("nested") else "false"
            row["fields"] = others
            for part in ("source", "cue", "content"):
                row[part] = " … ".join(words(record, attribution[part]))
                row[part + "_spans"] = attribution[part]
            expected.append(row)
    for row in rows:
        row["confidence"] = float(row["confidence"])
        for column in row:
            if column.endswith("_spans") or column == "fields":
                row[column] = json.loads(row[column])
    assert rows == expected, (rows, expected)


def check_brat(path, records):
    folder = pathlib.Path(path)
    assert "Attribution\tSource?:Source, Cue?:Cue" in (folder / "annotation.conf").read_text()
    texts = sorted(folder.glob("*.txt"))
    assert len(texts) == len(records), texts
    left = list(records)
    for text_path in texts:
        with open(text_path, encoding="utf-8", newline="") as file:
            text = file.read()
        record = next(record for record in left if record["text"] == text)
        left.remove(record)
        with open(text_path.with_suffix(".ann"), encoding="utf-8", newline="") as file:
            lines = file.read().splitlines()
        bounds, events, kinds, notes = {}, {}, {}, {}
        for line in lines:
            identifier, body, *rest = line.split("\t")
            if identifier[0] == "T":
                kind, places = body.split(" ", 1)
                places = [tuple(map(int, place.split(" "))) for place in places.split(";")]
                for start, end in places:
                    assert 0 <= start < end <= len(text)
                    assert text[start:end] == text[start:end].strip()
                covered = " ".join(text[start:end] for start, end in places)
                assert re.sub(r"\s", " ", covered) == re.sub(r"\s", " ", rest[0]), (covered, rest)
                bounds[identifier] = (kind, places)
            elif identifier[0] == "E":
                events[identifier] = dict(part.split(":") for part in body.split(" "))
            elif identifier[0] == "A":
                name, event, value = body.split(" ")
                assert name == "Kind"
                kinds[event] = value
            else:
                notes[body.split(" ")[1]] = rest[0]
        assert len(events) == len(record["attributions"])
        for number, attribution in enumerate(record["attributions"], 1):
            event = events[f"E{number}"]
            assert kinds[f"E{number}"] == attribution["kind"]
            for name, part in (("Attribution", "content"), ("Source", "source"), ("Cue", "cue")):
                assert (name in event) == bool(attribution[part])
                if name in event:
                    kind, places = bounds[event[name]]
                    assert kind == name
                    inside = squeezed("".join(text[start:end] for start, end in places))
                    assert inside == squeezed("".join(words(record, attribution[part])))
            for speaker in attribution["speakers"]:
                assert squeezed(speaker) in squeezed(notes[f"E{number}"])


def check_conllu(path, records):
    with open(path, encoding="utf-8", newline="") as file:
        data = file.read()
    assert data == "" or data.endswith("\n\n")
    documents, sentence_ids = [], set()
    for block in data.split("\n\n")[:-1]:
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        fields = dict(line[2:].partition(" = ")[::2] for line in comments)
        if "newdoc id" in fields:
            documents.append({"text": "", "tokens": [], "comments": comments})
        document = documents[-1]
        assert fields["sent_id"] not in sentence_ids, fields
        sentence_ids.add(fields["sent_id"])
        joined = ""
        for number, line in enumerate(lines[len(comments):], 1):
            columns = line.split("\t")
            assert len(columns) == 10 and columns[0] == str(number), line
            assert columns[2:9] == ["_"] * 7 and columns[1], line
            misc = dict(item.split("=", 1) for item in columns[9].split("|"))
            spaces = {"No": ""}.get(misc.get("SpaceAfter"), misc.get("SpacesAfter", " "))
            joined += columns[1] + (" " if spaces else "")
            document["text"] += unescaped(misc.get("SpacesBefore", ""))
            start, end = map(int, misc["TokenRange"].split(":"))
            assert start == len(document["text"]), (start, len(document["text"]))
            document["text"] += columns[1]
            assert end == len(document["text"])
            document["text"] += unescaped(spaces)
            document["tokens"].append((start, end, misc.get("Attribution", "")))
        assert joined.strip() == fields["text"], (joined, fields["text"])
    records = [record for record in records if record["text"].strip()]
    assert len(documents) == len(records), len(documents)
    for document, record in zip(documents, records):
        text = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]", "\ufffd", record["text"])
        assert document["text"] == text, (document["text"], text)
        said = sum(line.startswith("# attribution = ") for line in document["comments"])
        assert said == len(record["attributions"])
        for start, end, marked in document["tokens"]:
            expected = []
            for number, attribution in enumerate(record["attributions"], 1):
                for part in ("source", "cue", "content"):
                    if any(s < end and start < e for s, e in attribution[part]):
                        expected.append(f"{number}:{part}")
            assert marked == ",".join(expected), (marked, expected)
    try:
        import conllu
    except ImportError:
        print("conllu is not installed: read by the standard library alone")
        return
    parsed = conllu.parse(data)
    assert len(parsed) == len(sentence_ids)
    assert sum(map(len, parsed)) == sum(len(document["tokens"]) for document in documents)


def unescaped(spaces):
    names = {"s": " ", "t": "\t", "r": "\r", "n": "\n"}
    spaces = re.sub(r"\\u([0-9A-F]{4})", lambda match: chr(int(match[1], 16)), spaces)
    return re.sub(r"\\([strn])", lambda match: names[match[1]], spaces)


def check_tei(path, records):
    root = ElementTree.parse(path).getroot()
    documents = [root] if root.tag == TEI + "TEI" else root.findall(TEI + "TEI")
    assert len(documents) == len(records), len(documents)
    every_id = [element.get(XML_ID) for element in root.iter() if element.get(XML_ID)]
    assert len(every_id) == len(set(every_id)), "identifiers are not unique"
    ids = {element.get(XML_ID): element for element in root.iter() if element.get(XML_ID)}
    for element in root.iter():
        for name in ("who", "ref", "corresp", "prev", "next", "ana"):
            for target in element.get(name, "").split():
                assert target[0] == "#" and target[1:] in ids, (name, target)
    for document, record in zip(documents, records):
        assert squeezed(document.find(f".//{TEI}title").text or "") == squeezed(str(record["id"]))
        body = document.find(f"{TEI}text/{TEI}body")
        assert squeezed("".join(body.itertext())) == squeezed(record["text"])
        first = [e for e in body.iter(TEI + "said") if not e.get("prev")]
        whole = sorted(first, key=lambda e: int(re.search(r"\d+$", e.get(XML_ID))[0]))
        assert len(whole) == len(record["attributions"])
        for said, attribution in zip(whole, record["attributions"]):
            assert said.get("ana").endswith("-" + attribution["kind"])
            assert (said.get("direct") == "true") == (attribution["kind"] == "direct")
            assert said.get("aloud") == "unknown"
            assert float(said.get("cert")) == attribution["confidence"]
            assert len(said.get("who", "").split()) == len(attribution["speakers"])
            inside, piece = "", said
            while piece is not None:
                inside += "".join(piece.itertext())
                following = piece.get("next")
                if following:
                    assert ids[following[1:]].get("prev") == "#" + piece.get(XML_ID)
                piece = ids[following[1:]] if following else None
            assert squeezed(inside) == squeezed("".join(words(record, attribution["content"])))
            named = [e for e in body.iter() if e.get("corresp") == "#" + said.get(XML_ID)]
            for kind, part in (("source", "source"), ("cue", "cue")):
                text = "".join("".join(e.itertext()) for e in named if e.get("type") == kind)
                assert squeezed(text) == squeezed("".join(words(record, attribution[part])))


def check_webanno(path, records):
    with open(path, encoding="utf-8", newline="") as file:
        pages = [json.loads(line) for line in file.read().split("\n")[:-1]]
    assert len(pages) == len(records)

    def selected(record, resource):
        place, quote = resource["selector"]
        assert resource["type"] == "SpecificResource"
        assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        start, end, text = place["start"], place["end"], record["text"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
        assert start < 32 and quote["prefix"] == text[:start] or len(quote["prefix"]) == 32
        return [start, end]

    for page, record in zip(pages, records):
        assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
        assert page["type"] == "AnnotationPage"
        assert len(page["items"]) == len(record["attributions"])
        for item, attribution in zip(page["items"], record["attributions"]):
            assert item["type"] == "Annotation" and item["confidence"] == attribution["confidence"]
            target = item["target"]
            targets = target["items"] if target["type"] == "List" else [target]
            assert [selected(record, part) for part in targets] == attribution["content"]
            by = lambda key, value: [body for body in item["body"] if body.get(key) == value]
            names = [body["value"] for body in by("purpose", "identifying")]
            assert names == attribution["speakers"]
            assert [body["value"] for body in by("purpose", "classifying")] == [attribution["kind"]]
            for part in ("source", "cue"):
                assert [selected(record, body) for body in by("role", part)] == attribution[part]


class Page(html.parser.HTMLParser):
    """Fails where elements do not nest, and collects what is in them."""

    VOID = {"meta", "link", "br", "img", "input", "hr"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.text, self.said = [], [], [], "", {}

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag not in ("script", "img", "iframe", "object", "link"), tag
        assert not any(name.startswith("on") or name == "src" for name in attributes), attributes
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if "article" == tag:
            self.text += "\n"
        if tag not in self.VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag, tag

    def handle_data(self, data):
        classes = [name for _, at in self.open for name in (at.get("class") or "").split()]
        if "text" in classes and "vh" not in classes and "n" not in classes:
            self.text += data.replace("\n", " ")
            for _, at in self.open:
                if "title" in at and "said" in at["class"].split():
                    self.said[at["title"]] = self.said.get(at["title"], "") + data


def check_html(path, records):
    page = Page()
    data = pathlib.Path(path).read_text(encoding="utf-8")
    page.feed(data)
    page.close()
    assert not page.open, page.open
    assert data.startswith("<!DOCTYPE html>") and "url(" not in data and "@import" not in data
    assert len(page.ids) == len(set(page.ids)), "identifiers are not unique"
    for link in page.links:
        assert link[0] == "#" and link[1:] in page.ids, link
    texts = page.text.split("\n")[1:]
    assert len(texts) == len(records), len(texts)
    for number, (text, record) in enumerate(zip(texts, records), 1):
        assert squeezed(text) == squeezed(record["text"]), text
    said = [identifier for identifier in page.ids if re.fullmatch(r"d\d+-a\d+", identifier)]
    assert len(said) == sum(len(record["attributions"]) for record in records)
    inside = squeezed("".join(page.said.values()))
    for record in records:
        for attribution in record["attributions"]:
            for part in words(record, attribution["content"]):
                assert set(squeezed(part)) <= set(inside)


def check_parquet(path, records):
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        print("pyarrow is not installed")
        sys.exit(77)
    rows = parquet.read_table(path).to_pylist()
    assert len(rows) == len(records), len(rows)
    for row, record in zip(rows, records):
        others = {k: v for k, v in record.items() if k not in ("id", "text", "attributions", "entities")}
        assert json.loads(row["fields"]) == others
        assert (row["id"], row["text"]) == (str(record["id"]), record["text"])
        pairs = lambda spans: [[span["start"], span["end"]] for span in spans]
        for found, attribution in zip(row["attributions"], record["attributions"], strict=True):
            for part in ("source", "cue", "content"):
                found[part] = pairs(found[part])
            assert found == {"nested": None} | attribution, (found, attribution)
        for found, entity in zip(row["entities"], record["entities"], strict=True):
            found["mentions"] = pairs(found["mentions"])
            assert found == {"key": None} | entity, (found, entity)


if __name__ == "__main__":
    form, written, records_path = sys.argv[1:]
    with open(records_path, encoding="utf-8", newline="") as file:
        wanted = [json.loads(line) for line in file.read().split("\n")[:-1]]
    globals()["check_" + form](written, wanted)
    print(f"{form}: {len(wanted)} documents are as they should be")
