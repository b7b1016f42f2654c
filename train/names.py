"""Other names in the place of those that a training sentence has, so that the model learns more names than the corpora hold:
those of our own gazetteer (seeds/gazetteer) and those of the other corpora."""
from __future__ import annotations

import json
import os
import random
import re
from dataclasses import replace

from corpora import Sentence, spans_of

CORE = ("PER", "LOC", "ORG")
WORD = re.compile("[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f&]*|of|the|and|for|de|du|del|bin|van|von")


def read_gazetteer(folder: str) -> dict[str, list[str]]:
    """-> names by type. A missing folder gives none."""
    out = {t: [] for t in CORE}

    def rows(name: str):
        path = os.path.join(folder, name + ".json")
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8") as f:
            return json.load(f)

    for name, kind in (("countries", "LOC"), ("places", "LOC"), ("organizations", "ORG"), ("people", "PER")):
        for row in rows(name):
            out[kind] += [row["name"], *row.get("aliases", ()), *row.get("capitals", ())]
            if kind == "PER" and " " in row["name"]:
                out[kind].append(row["name"].split()[-1])
    given = rows("person-names")
    for part in given.values() if isinstance(given, dict) else ():
        out["PER"] += part
    return out


def read_demonyms(folder: str) -> set[str]:
    """Adjectives and peoples of the gazetteer's countries."""
    path = os.path.join(folder, "countries.json")
    if not os.path.exists(path):
        return set()
    with open(path, encoding="utf-8") as f:
        return {w for row in json.load(f) for w in row.get("adjectives", []) + row.get("people", []) if " " not in w}


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
        table = self.known if rng.random() < 0.6 else self.seen
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
