"""Reading the labelled corpora into one kind of sentence.

Every reader returns `Sentence` objects. A layer that a corpus does not annotate is None. Name tags are BIO over PER, LOC, ORG and
MISC, with two further marks that the loss understands and the scorer reads as O:

    NOT_CORE ("O*")   surely no PER, LOC or ORG, perhaps a MISC: the corpus does not annotate MISC
    UNKNOWN  ("?")    not annotated: no loss at all
"""
from __future__ import annotations

import glob
import json
import os
import re
from dataclasses import dataclass, field, replace

NAME_TYPES = ("PER", "LOC", "ORG", "MISC")
NAME_LABELS = ["O"] + [p + "-" + t for t in NAME_TYPES for p in "BI"]
NOT_CORE, UNKNOWN = "O*", "?"


@dataclass
class Sentence:
    """One sentence: `words` and, where annotated, one value a word in each layer. `heads` are 1-based, 0 is the root."""

    id: str
    corpus: str
    document: str
    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None
    rels: list[str] | None = None
    names: list[str] | None = None
    encoded: tuple | None = field(default=None, repr=False, compare=False)

    def has_tree(self) -> bool:
        return self.heads is not None


@dataclass(frozen=True)
class Corpus:
    """What the card and the credits say of a corpus. `share_alike`: annotations or text under a share-alike licence."""

    key: str
    title: str
    layers: str
    licence: str
    share_alike: bool
    citation: str


CORPORA = {c.key: c for c in (
    Corpus("ewt", "UD English EWT (UD 2.16), train", "tags, trees", "CC BY-SA 4.0 (annotations)", True,
           "Silveira, Dozat, de Marneffe, Bowman, Connor, Bauer, Manning: A Gold Standard Dependency Corpus for English. LREC 2014."),
    Corpus("uner", "Universal NER, English EWT, train (revision of December 2022)", "names PER/LOC/ORG on the EWT sentences", "CC BY-SA 4.0", True,
           "Mayhew et al.: Universal NER: A Gold-Standard Multilingual Named Entity Recognition Benchmark. NAACL 2024."),
    Corpus("gum", "GUM 11.1.0, train: news, interview, academic", "tags, trees, names derived from mentions",
           "text CC BY 2.5 (Wikinews), CC BY 4.0 (academic); annotations CC BY 4.0", False,
           "Zeldes: The GUM Corpus: Creating Multilayer Resources in the Classroom. Language Resources and Evaluation 51(3), 2017."),
    Corpus("gum-sa", "GUM 11.1.0, train: bio (Wikipedia), voyage (Wikivoyage)", "tags, trees, names derived from mentions",
           "text CC BY-SA 3.0; annotations CC BY 4.0", True, "as GUM"),
    Corpus("wikigold", "WikiGold", "names PER/LOC/ORG/MISC", "CC BY 4.0", False,
           "Balasuriya, Ringland, Nothman, Murphy, Curran: Named Entity Recognition in Wikipedia. People's Web Meets NLP 2009."),
    Corpus("crossner", "CrossNER, politics, train and dev", "names, nine types mapped to four", "MIT (repository); text from Wikipedia (CC BY-SA)", True,
           "Liu et al.: CrossNER: Evaluating Cross-Domain Named Entity Recognition. AAAI 2021."),
    Corpus("redocred", "Re-DocRED, revised dev", "names PER/LOC/ORG/MISC", "MIT (repository); text from Wikipedia (CC BY-SA)", True,
           "Tan et al.: Revisiting DocRED: Addressing the False Negative Problem in Relation Extraction. EMNLP 2022. "
           "Yao et al.: DocRED: A Large-Scale Document-Level Relation Extraction Dataset. ACL 2019."),
)}
GUM_SHARE_ALIKE = ("bio", "voyage")


# ---- treebanks -------------------------------------------------------------------------------------------------------------------

def read_conllu(path: str, corpus: str) -> list[Sentence]:
    """The basic words of a CoNLL-U file (no ranges, no empty nodes). The document is the part of sent_id before the last hyphen."""
    out, rows, sent_id = [], [], ""
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + ["\n"]:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    words, upos, xpos, heads, rels = ([r[i] for r in rows] for i in (1, 3, 4, 6, 7))
                    out.append(Sentence(sent_id, corpus, sent_id.rsplit("-", 1)[0], words, upos, xpos, [int(h) for h in heads], rels))
                rows = []
            elif line.startswith("# sent_id"):
                sent_id = line.split("=", 1)[1].strip()
            elif line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    return out


def read_iob2(path: str) -> dict[str, list[tuple[str, str]]]:
    """Universal NER files: sent_id -> [(word, tag)]."""
    out, rows, sent_id = {}, [], ""
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + ["\n"]:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    out[sent_id] = rows
                rows = []
            elif re.match(r"# sent_id", line):
                sent_id = line.split("=", 1)[1].strip()
            elif line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append((cells[1], cells[2]))
    return out


def attach_uner(sentences: list[Sentence], path: str) -> None:
    """Adds names to EWT sentences, joined by sent_id. OTH and B-O of the 2022 revision, like any other tag, mean "no core name"."""
    names = read_iob2(path)
    for s in sentences:
        rows = names.get(s.id)
        if rows and len(rows) == len(s.words):
            s.names = bio([t if t[2:] in ("PER", "LOC", "ORG") else NOT_CORE for _, t in rows])


def bio(tags: list[str]) -> list[str]:
    """IO or broken BIO -> BIO: a name never begins with I-."""
    out, before = [], ""
    for t in tags:
        if t.startswith("I-") and before[2:] != t[2:]:
            t = "B" + t[1:]
        out.append(t)
        before = t
    return out


# ---- adjectives of nations, faiths and parties ------------------------------------------------------------------------------------

def capital_adjectives(ewt: list[Sentence], gum: list[Sentence], uner_train: str) -> set[str]:
    """Words like "German" or "Catholic", which UNER leaves out while other corpora call them LOC, ORG or MISC: adjectives
    written with a capital inside a sentence, and the one-word OTH names of UNER's 2022 revision that are not common proper nouns."""
    adjectives, proper = {}, {}
    for s in ewt + gum:
        for i, (w, u) in enumerate(zip(s.words, s.upos)):
            if i and w[:1].isupper() and w[1:].islower():
                table = adjectives if u == "ADJ" else proper if u == "PROPN" else None
                if table is not None:
                    table[w] = table.get(w, 0) + 1
    out = {w for w, n in adjectives.items() if n >= proper.get(w, 0)}
    for rows in read_iob2(uner_train).values() if os.path.exists(uner_train) else ():
        for i, (w, t) in enumerate(rows):
            alone = t == "B-OTH" and (i + 1 == len(rows) or rows[i + 1][1] != "I-OTH")
            if alone and re.fullmatch(r"[A-Z][a-z']+(?:ans?|ish|ese|[aeiou]i|[^aeiou]is?|ims?|ites?|ists?|ews?|nch|ch|abs?|indus?)", w):
                out.add(w)
    return out | {w + "s" for w in out if w.endswith(("an", "i"))}


# ---- names of GUM --------------------------------------------------------------------------------------------------------------------

GUM_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG", "event": "MISC", "object": "MISC", "abstract": "MISC"}
TITLES = set("""mr mrs ms miss dr prof professor president vice prime minister premier chancellor senator sen rep representative congressman
congresswoman governor gov mayor king queen prince princess emperor empress lord lady sir dame sheikh imam pope saint father brother sister
bishop archbishop cardinal rabbi rev reverend general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral commander
judge justice secretary director chairman chairwoman chief officer ambassador councillor councilor coach uncle aunt mom dad st.""".split()) - {"st."}
INNER_POS = {"PROPN", "ADP", "DET", "CCONJ", "PART", "NUM", "PUNCT", "ADJ", "NOUN", "SYM", "X"}
DATE_WORDS = set("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december jan feb mar apr jun jul aug sep sept oct nov dec""".split())


def gum_name_span(s: Sentence, a: int, b: int, kind: str, identified: bool) -> tuple[int, int] | None:
    """The proper name inside the mention of words a..b (0-based, inclusive), or None if the mention is not a name.

    Titles, determiners and the possessive ending are no part of a name; a person's name is the last run of proper nouns."""
    words, upos = s.words, s.upos
    heads = [i for i in range(a, b + 1) if not a <= s.heads[i] - 1 <= b]
    if len(heads) != 1:
        return None
    head = heads[0]
    proper = [i for i in range(a, b + 1) if upos[i] == "PROPN"]
    if not proper:
        return None
    if kind == "PER":
        if upos[head] not in ("PROPN", "NOUN") or (upos[head] == "NOUN" and not identified):
            return None
        # the name is the head's own run of proper nouns, or the flat part of a title ("student Ahmed Mohamed")
        member = {head} if upos[head] == "PROPN" else set()
        member |= {i for i in proper if s.heads[i] - 1 == head and s.rels[i].split(":")[0] in ("flat", "appos") and i > head}
        if not member:
            return None
        x = y = max(member)
        while x > a and upos[x - 1] == "PROPN":
            x -= 1
        while y < b and (upos[y + 1] == "PROPN" or (words[y + 1] == "-" and y + 2 <= b and upos[y + 2] == "PROPN")):
            y += 1
        while x < y and words[x].lower().rstrip(".") in TITLES:
            x += 1
        if words[x].lower().rstrip(".") in TITLES:
            return None
        return x, y
    if upos[head] != "PROPN":
        return None
    x, y = a, b
    while x < y and (upos[x] in ("DET", "PRON", "PUNCT") or (words[x][:1].islower() and upos[x] != "PROPN")):
        x += 1
    while y > x and (upos[y] not in ("PROPN", "NUM") and not words[y][:1].isupper()):
        y -= 1
    # appositions, relative clauses and lists are cut off: the name ends before the first comma, bracket or lower-case verb
    for i in range(x, y + 1):
        if upos[i] not in INNER_POS or words[i] in (",", "(", ";", ":", "–", "—") or (upos[i] in ("NOUN", "ADJ") and not words[i][:1].isupper() and words[i] != "-"):
            y = i - 1
            break
    while y > x and upos[y] not in ("PROPN", "NUM", "NOUN", "ADJ"):
        y -= 1
    if y < x or not x <= head <= y or not any(upos[i] == "PROPN" for i in range(x, y + 1)):
        return None
    return x, y


def attach_gum_names(sentences: list[Sentence], mentions_path: str, adjectives: set[str]) -> None:
    """Flat names out of GUM's nested mentions, the longest first. Proper nouns that no mention explains stay UNKNOWN."""
    mentions: dict[str, list[dict]] = {}
    with open(mentions_path, encoding="utf-8") as lines:
        for line in lines:
            m = json.loads(line)
            mentions.setdefault(m["sent_id"], []).append(m)
    offset, document = 0, None
    for s in sentences:
        if s.document != document:
            offset, document = 0, s.document
        tags = [UNKNOWN if u == "PROPN" and w.lower().rstrip(".") not in DATE_WORDS and w not in adjectives else "O"
                for w, u in zip(s.words, s.upos)]
        found = []
        for m in mentions.get(s.id, ()):
            kind = GUM_TYPES.get(m["type"])
            a, b = m["tok_start"] - 1 - offset, m["tok_end"] - 1 - offset
            if kind is None or a < 0 or b >= len(s.words):
                continue
            span = gum_name_span(s, a, b, kind, m["identity"] is not None)
            if span and (kind != "MISC" or m["identity"] is not None):
                found.append((*span, kind))
        place(tags, found, s.words, adjectives)
        s.names = tags
        offset += len(s.words)


def place(tags: list[str], spans: list[tuple[int, int, str]], words: list[str], adjectives: set[str]) -> None:
    """Writes BIO tags into `tags`, longer spans first; a single adjective of nation or faith is no name
    (as ORG, or where only its ending tells: unknown)."""
    taken = [False] * len(tags)
    for a, b, kind in sorted(set(spans), key=lambda x: (x[0] - x[1], x[0])):
        if any(taken[a:b + 1]):
            continue
        taken[a:b + 1] = [True] * (b + 1 - a)
        if a == b and kind != "PER" and (words[a] in adjectives or re.fullmatch(r"[A-Z][a-z]+(?:ian|ians|ean|eans|ish|ese)", words[a])):
            tags[a] = "O" if words[a] in adjectives and kind != "ORG" else UNKNOWN
            continue
        tags[a] = "B-" + kind
        for i in range(a + 1, b + 1):
            tags[i] = "I-" + kind


# ---- corpora of names ------------------------------------------------------------------------------------------------------------------

def strip_article(words: list[str], a: int, b: int) -> int:
    """UNER leaves out a leading "the"."""
    return a + 1 if a < b and words[a] == "the" else a


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    """BIO tags -> (first, last, type), both ends inclusive."""
    out, i = [], 0
    while i < len(tags):
        if tags[i].startswith("B-"):
            j = i
            while j + 1 < len(tags) and tags[j + 1] == "I-" + tags[i][2:]:
                j += 1
            out.append((i, j, tags[i][2:]))
            i = j
        i += 1
    return out


def read_columns(path: str) -> list[tuple[list[str], list[str]]]:
    """Word and tag on a line, a blank line between sentences."""
    out, words, tags = [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + ["\n"]:
            line = line.strip()
            if line:
                word, tag = line.split("\t") if "\t" in line else line.rsplit(" ", 1)
                words.append(word)
                tags.append(tag)
            elif words:
                out.append((words, tags))
                words, tags = [], []
    return out


def read_tagged(path: str, corpus: str, types: dict[str, str], adjectives: set[str]) -> list[Sentence]:
    """WikiGold and CrossNER. Documents are not marked in a usable way: ten sentences in a row count as one."""
    out = []
    for n, (words, tags) in enumerate(x for x in read_columns(path) if x[0] != ["-DOCSTART-"]):
        tags = bio([t[:2] + types[t[2:]] if t[2:] in types else "O" for t in tags])
        names = ["O"] * len(words)
        place(names, [(strip_article(words, a, b), b, k) for a, b, k in spans_of(tags)], words, adjectives)
        stem = os.path.splitext(os.path.basename(path))[0]
        out.append(Sentence(f"{corpus}-{stem}-{n}", corpus, f"{corpus}-{stem}-{n // 10}", words, names=names))
    return out


def read_redocred(path: str, adjectives: set[str]) -> list[Sentence]:
    """PER, LOC, ORG and MISC mentions of Re-DocRED; TIME and NUM are no names here."""
    out = []
    with open(path, encoding="utf-8") as f:
        documents = json.load(f)
    for d, document in enumerate(documents):
        spans: dict[int, list] = {}
        for entity in document["vertexSet"]:
            for m in entity:
                if m["type"] in NAME_TYPES:
                    spans.setdefault(m["sent_id"], []).append((m["pos"][0], m["pos"][1] - 1, m["type"]))
        for n, words in enumerate(document["sents"]):
            words = [w.strip() or "_" for w in words]
            names = ["O"] * len(words)
            place(names, [(strip_article(words, a, b), b, k) for a, b, k in spans.get(n, ()) if b < len(words)], words, adjectives)
            out.append(Sentence(f"redocred-{d}-{n}", "redocred", f"redocred-{d}", words, names=names))
    return out


CROSSNER_TYPES = {"person": "PER", "politician": "PER", "country": "LOC", "location": "LOC", "organisation": "ORG", "politicalparty": "ORG",
                  "event": "MISC", "election": "MISC", "misc": "MISC"}


# ---- everything ----------------------------------------------------------------------------------------------------------------------------

@dataclass
class Data:
    train: list[Sentence]
    dev: dict[str, list[Sentence]]      # "ewt" and "gum": never trained on; the others: every twentieth document of a corpus of names


def load(folder: str, without: set[str] = frozenset(), demonyms: set[str] = frozenset()) -> Data:
    """All corpora below `folder`, less those named in `without` (keys of CORPORA, or "share-alike"). `demonyms`: further adjectives and
    names of nations that are no names here."""
    drop = {k for k, c in CORPORA.items() if k in without or ("share-alike" in without and c.share_alike)}
    at = lambda *parts: os.path.join(folder, *parts)
    uner_train = at("uner-english-ewt", "en_ewt-ud-train.iob2")
    ewt = read_conllu(at("ud-english-ewt", "en_ewt-ud-train.conllu"), "ewt") if "ewt" not in drop else []
    if "uner" not in drop:
        attach_uner(ewt, uner_train)
    ewt_dev = read_conllu(at("ud-english-ewt", "en_ewt-ud-dev.conllu"), "ewt")
    attach_uner(ewt_dev, at("uner-english-ewt", "en_ewt-ud-dev.iob2"))
    gum, gum_dev = [], []
    for part, into in (("train", gum), ("dev", gum_dev)):
        for path in sorted(glob.glob(at("gum", part, "*.conllu"))):
            key = "gum-sa" if os.path.basename(path).split("_")[1] in GUM_SHARE_ALIKE else "gum"
            if part == "dev" or key not in drop:
                into += read_conllu(path, key)
    adjectives = capital_adjectives(ewt, gum, uner_train if "uner" not in drop else "") | demonyms
    attach_gum_names(gum, at("gum", "mentions.train.jsonl"), adjectives)
    attach_gum_names(gum_dev, at("gum", "mentions.dev.jsonl"), adjectives)
    tagged = {}
    if "wikigold" not in drop:
        tagged["wikigold"] = read_tagged(at("wikigold", "wikigold.conll.txt"), "wikigold", {t: t for t in NAME_TYPES}, adjectives)
    if "crossner" not in drop:
        tagged["crossner"] = [s for part in ("train", "dev") for s in read_tagged(at("crossner-politics", part + ".txt"), "crossner", CROSSNER_TYPES, adjectives)]
    if "redocred" not in drop:
        tagged["redocred"] = read_redocred(at("re-docred", "dev_revised.json"), adjectives)
    train, dev = ewt + gum, {"ewt": ewt_dev, "gum": gum_dev}
    for key, sentences in tagged.items():
        documents = sorted({s.document for s in sentences})
        held = set(documents[::20])
        train += [s for s in sentences if s.document not in held]
        dev[key] = [s for s in sentences if s.document in held]
    return Data(train, dev)


def without_last_word(s: Sentence) -> Sentence:
    """The sentence less its last word, which no other word may depend on."""
    cut = lambda x: None if x is None else x[:-1]
    return replace(s, words=s.words[:-1], upos=cut(s.upos), xpos=cut(s.xpos), heads=cut(s.heads), rels=cut(s.rels), names=cut(s.names), encoded=None)
