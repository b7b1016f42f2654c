"""Our own gazetteer (seeds/gazetteer) in training: which words it knows is an input of the model (`KnownNames`), and its names and those
of the other corpora take the place of names of training sentences, so that the model learns more names than the corpora hold (`NamePool`)."""
from __future__ import annotations

import json
import os
import random
import re
from dataclasses import replace

from corpora import Sentence, spans_of

CORE = ("PER", "LOC", "ORG")
WORD = re.compile("[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f&]*|of|the|and|for|de|du|del|bin|van|von")


def rows(folder: str, name: str):
    """One list of the gazetteer; empty if there is none."""
    path = os.path.join(folder, name + ".json")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def read_gazetteer(folder: str) -> dict[str, list[str]]:
    """-> names by type. A missing folder gives none."""
    out = {t: [] for t in CORE}
    for name, kind in (("countries", "LOC"), ("places", "LOC"), ("organizations", "ORG"), ("people", "PER")):
        for row in rows(folder, name):
            out[kind] += [row["name"], *row.get("aliases", ()), *row.get("capitals", ())]
            if kind == "PER" and " " in row["name"]:
                out[kind].append(row["name"].split()[-1])
    given = rows(folder, "person-names")
    for part in given.values() if isinstance(given, dict) else ():
        out["PER"] += part
    return out


def read_known(folder: str) -> dict[int, list[str]]:
    """-> names by class of `KnownNames`: the gazetteer's and those of known.json beside this file."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "known.json"), encoding="utf-8") as f:
        ours = json.load(f)
    out = {KnownNames.GIVEN: ours["given"], KnownNames.FAMILY: ours["family"], KnownNames.PLACE: ours["places"], KnownNames.ORGANISATION: ours["organisations"]}
    for name, row in ((name, row) for name in ("countries", "places", "organizations", "outlets", "people") for row in rows(folder, name)):
        kind = KnownNames.ORGANISATION if name in ("organizations", "outlets") else KnownNames.FAMILY if name == "people" else KnownNames.PLACE
        out[kind] = out[kind] + [row["name"], *row.get("aliases", ()), *row.get("capitals", ())]
        if name == "people":
            out[kind] = out[kind] + [row["name"].split()[-1]]
    given = rows(folder, "person-names")
    for part, names in given.items() if given else ():
        kind = KnownNames.FAMILY if part == "familyFirst" else KnownNames.GIVEN
        out[kind] = out[kind] + names
    return out


def read_demonyms(folder: str) -> set[str]:
    """Adjectives and peoples of the gazetteer's countries."""
    path = os.path.join(folder, "countries.json")
    if not os.path.exists(path):
        return set()
    with open(path, encoding="utf-8") as f:
        return {w for row in json.load(f) for w in row.get("adjectives", []) + row.get("people", []) if " " not in w}


class KnownNames:
    """Which words belong to names of the gazetteer, as bits a word. A name is compared as its letters: lower case, without spaces and hyphens
    (tokenizers differ there), with straight apostrophes; the first word must begin with a capital, the longest name wins."""

    GIVEN, FAMILY, PLACE, ORGANISATION = 1, 2, 4, 8
    MOST_WORDS = 6

    def __init__(self, folder: str):
        self.table: dict[str, int] = {}
        for kind, names in read_known(folder).items():
            for name in names:
                key = self.key([name])
                if len(key) > 1:
                    self.table[key] = self.table.get(key, 0) | kind

    @staticmethod
    def key(words: list[str]) -> str:
        return re.sub("[ \u2010-\u2015-]", "", "".join(words)).replace("\u2019", "'").lower()

    def __call__(self, words: list[str]) -> list[int]:
        out, i = [0] * len(words), 0
        while i < len(words):
            step = 1
            if words[i][0] != words[i][0].lower():
                for n in range(min(self.MOST_WORDS, len(words) - i), 0, -1):
                    kind = self.table.get(self.key(words[i:i + n]))
                    if kind:
                        out[i:i + n] = [kind] * n
                        step = n
                        break
            i += step
        return out


class NamePool:
    """Names by type and number of words."""

    def __init__(self, train: list[Sentence], gazetteer: dict[str, list[str]]):
        self.seen = self._index({(t, " ".join(s.words[a:b + 1])) for s in train if s.names for a, b, t in spans_of(s.names) if t in CORE})
        self.known = self._index({(t, n) for t, names in gazetteer.items() for n in names})

    @staticmethod
    def _index(names: set[tuple[str, str]]) -> dict[tuple[str, int], list[list[str]]]:
        out = {}
        for kind, name in sorted(names):
            words = name.split()
            if all(WORD.fullmatch(w) for w in words) and words[0][0].isupper():
                out.setdefault((kind, len(words)), []).append(words)
        return out

    def draw(self, kind: str, length: int, rng: random.Random) -> list[str] | None:
        table = self.known if rng.random() < 0.3 else self.seen
        names = table.get((kind, length)) or self.seen.get((kind, length))
        return rng.choice(names) if names else None

    def swap(self, s: Sentence, rng: random.Random, chance: float = 0.6) -> Sentence:
        """Replaces names by others of the same type and length. Where there is a tree, heads stay, and tags and relations of words of a longer
        name are left open."""
        words, upos, xpos, rels = list(s.words), s.upos and list(s.upos), s.xpos and list(s.xpos), s.rels and list(s.rels)
        for a, b, kind in spans_of(s.names):
            if kind not in CORE or rng.random() >= chance or not all(w.isalpha() for w in words[a:b + 1]):
                continue
            if upos and any(u != "PROPN" for u in upos[a:b + 1]):
                continue
            new = self.draw(kind, b + 1 - a, rng)
            if not new:
                continue
            lower = all(w.islower() for w in words[a:b + 1])
            words[a:b + 1] = [w.lower() for w in new] if lower else new
            if upos and b > a:
                for i in range(a, b + 1):
                    if a <= s.heads[i] - 1 <= b:
                        upos[i] = xpos[i] = rels[i] = "_"
        return s if words == s.words else replace(s, words=words, upos=upos, xpos=xpos, rels=rels, encoded=None)
