"""From words to numbers: sub-words, word shapes, noise for training, batches. The Node side does the same without the noise."""
from __future__ import annotations

import os
import random
import re
from dataclasses import dataclass, fields, replace
from functools import lru_cache

import torch
from tokenizers import Tokenizer

from corpora import NAME_LABELS, NOT_CORE, UNKNOWN, Sentence, without_last_word
from names import KnownNames

PAD, UNK, CLS, SEP, MASK = 0, 100, 101, 102, 103
SHAPES = {
    "0": "special position ([CLS], [SEP], padding)",
    "1": "no capital: equals its own lower case (and has a letter A-Z, a-z or U+00C0..U+024F)",
    "2": "Capitalised: first character upper case, the others equal their lower case",
    "3": "ALL CAPITALS, more than one character",
    "4": "mixed case (the remaining words)",
    "5": "has a decimal digit (Unicode category Nd); tested first",
    "6": "no digit and no letter A-Z, a-z, U+00C0..U+024F (punctuation, other scripts); tested second",
    "7": "one single character, not lower case",
    "order": "5, 6, 1, 7, 3, 2, 4: the first test that holds; every sub-word of a word has the word's shape",
}
SHAPE_COUNT = 8
KNOWN = ("added to the shape: 8 x kinds of the name in known.tsv that the word belongs to (1 given name, 2 family name, 4 place, 8 organisation; sums). "
         "Names of up to 6 words are compared without spaces and hyphens, with straight apostrophes, in lower case; the first word begins with a capital, the longest wins")
KNOWN_COUNT = 16
MAX_PIECES = 128        # longer sentences are left out of training (a handful)


@lru_cache(maxsize=None)
def shape(word: str) -> int:
    """The shape of a word, see SHAPES."""
    if re.search(r"\d", word):
        return 5
    if not re.search("[A-Za-z\u00c0-\u024f]", word):
        return 6
    if word == word.lower():
        return 1
    if len(word) == 1:
        return 7
    if word == word.upper():
        return 3
    if word[0].isupper() and word[1:] == word[1:].lower():
        return 2
    return 4


class WordPieces:
    """Uncased BERT normalisation and WordPiece, one word at a time."""

    def __init__(self, base: str, known: KnownNames):
        self.known = known
        self.tokenizer = Tokenizer.from_file(os.path.join(base, "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.cache: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        if word not in self.cache:
            self.cache[word] = self.tokenizer.encode(word, add_special_tokens=False).ids or [UNK]
        return self.cache[word]

    def vocabulary(self) -> list[str]:
        table = self.tokenizer.get_vocab()
        return sorted(table, key=table.get)


@dataclass
class Labels:
    """Label sets; the index in each list is the id that the model gives."""

    upos: list[str]
    xpos: list[str]
    rel: list[str]
    ner: list[str]

    @classmethod
    def of(cls, sentences: list[Sentence]) -> "Labels":
        distinct = lambda layer: sorted({x for s in sentences for x in getattr(s, layer) or ()})
        return cls(distinct("upos"), distinct("xpos"), distinct("rels"), list(NAME_LABELS))


def encode(s: Sentence, pieces: WordPieces, labels: Labels) -> None:
    """Sets s.encoded = (ids, shapes, first, upos ids, xpos ids, rel ids, name masks).

    A name mask is a bit set of the labels that the annotation allows (all bits: unknown)."""
    ids, shapes, first = [CLS], [0], [0]
    for word, known in zip(s.words, pieces.known(s.words)):
        p = pieces(word)
        first.append(len(ids))
        ids += p
        shapes += [shape(word) + SHAPE_COUNT * known] * len(p)
    index = lambda values, table: None if values is None else [table.get(v, -100) for v in values]
    tables = getattr(labels, "_tables", None)
    if tables is None:
        tables = labels._tables = [{v: i for i, v in enumerate(x)} for x in (labels.upos, labels.xpos, labels.rel)]
    masks = None
    if s.names is not None:
        masks = [name_mask(t, labels.ner) for t in s.names]
    s.encoded = (ids + [SEP], shapes + [0], first, index(s.upos, tables[0]), index(s.xpos, tables[1]), index(s.rels, tables[2]), masks)


def name_mask(tag: str, names: list[str]) -> int:
    if tag == UNKNOWN:
        return (1 << len(names)) - 1
    if tag == NOT_CORE:
        return sum(1 << i for i, t in enumerate(names) if t == "O" or t.endswith("-MISC"))
    return 1 << names.index(tag)


# ---- noise ---------------------------------------------------------------------------------------------------------------------------

@dataclass
class Noise:
    """Chances, a sentence each except `word` (a word each)."""

    capitals: float = 0.03      # ALL CAPITALS
    lower: float = 0.03         # no capitals at all
    title: float = 0.05         # Headline Case
    curly: float = 0.30         # typographic quotes, apostrophes and dashes
    no_stop: float = 0.08       # no final full stop
    names: float = 0.25         # some names replaced by others (names.py)
    known: float = 0.15         # the gazetteer knows no word
    word: float = 0.04          # a word's sub-words become [MASK]; its shape stays


SMALL = set("a an the of in on at to for and or but by with from as is 's n't".split())


def noisy(s: Sentence, noise: Noise, rng: random.Random, pool=None) -> Sentence:
    """A copy with other names (if there is a `NamePool`), typography and casing; the annotation stays as it was. Returns `s` itself if
    nothing changes."""
    changed = s
    if pool and s.names is not None and rng.random() < noise.names:
        changed = pool.swap(changed, rng)
    if rng.random() < noise.no_stop and len(s.words) > 3 and s.words[-1] == "." and (s.heads is None or len(s.words) not in s.heads) \
            and (s.names is None or s.names[-1] in ("O", NOT_CORE)):
        changed = without_last_word(changed)
    words = changed.words
    if rng.random() < noise.curly:
        words = curly(words, rng)
    x = rng.random()
    if x < noise.capitals:
        words = [w.upper() for w in words]
    elif x < noise.capitals + noise.lower:
        words = [w.lower() for w in words]
    elif x < noise.capitals + noise.lower + noise.title:
        words = [w if i and w in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)]
    if words is changed.words:
        return changed
    return replace(changed, words=words, encoded=None)


def curly(words: list[str], rng: random.Random) -> list[str]:
    """Straight quotes to curly ones, -- to a dash. The same list if there is nothing to change."""
    out, open_double, open_single, dash = list(words), True, True, rng.choice("—–")
    for i, w in enumerate(words):
        if w == '"':
            out[i] = "“" if open_double else "”"
            open_double = not open_double
        elif w in ("``", "''"):
            out[i] = "“" if w == "``" else "”"
        elif w == "'":
            out[i] = "‘" if open_single and i + 1 < len(words) else "’"
            open_single = not open_single
        elif w in ("--", "---"):
            out[i] = dash
        elif w == "-" and rng.random() < 0.3:
            out[i] = dash
        elif "'" in w:
            out[i] = w.replace("'", "’")
    return words if out == words else out


def masked(ids: list[int], first: list[int], chance: float, rng: random.Random) -> list[int]:
    """Word dropout on the sub-words of one sentence."""
    out = None
    for k in range(1, len(first)):
        if rng.random() < chance:
            out = out or list(ids)
            end = first[k + 1] if k + 1 < len(first) else len(ids) - 1
            out[first[k]:end] = [MASK] * (end - first[k])
    return out or ids


# ---- batches --------------------------------------------------------------------------------------------------------------------------

def batches(sentences: list[Sentence], size: int, rng: random.Random | None = None) -> list[list[Sentence]]:
    """Groups of like length with at most `size` sub-words, padding included; shuffled if `rng` is given."""
    if rng:
        order = list(sentences)
        rng.shuffle(order)
        order.sort(key=lambda s: len(s.encoded[0]) + rng.random() * 3)
    else:
        order = sorted(sentences, key=lambda s: len(s.encoded[0]))
    out, group, longest = [], [], 0
    for s in order:
        n = len(s.encoded[0])
        if group and max(longest, n) * (len(group) + 1) > size:
            out.append(group)
            group, longest = [], 0
        group.append(s)
        longest = max(longest, n)
    if group:
        out.append(group)
    if rng:
        rng.shuffle(out)
    return out


@dataclass
class Batch:
    """ids, shapes (with the bits of known names), mask [B,T]; first [B,W+1]; word_mask [B,W+1] (float); targets [B,W], -100 where there is none;
    names [B,W,L] (bool: labels that the annotation allows)."""

    ids: torch.Tensor
    shapes: torch.Tensor
    mask: torch.Tensor
    first: torch.Tensor
    word_mask: torch.Tensor
    upos: torch.Tensor
    xpos: torch.Tensor
    heads: torch.Tensor
    rels: torch.Tensor
    names: torch.Tensor
    corpus: list[str]
    clean: torch.Tensor     # ids without the noise of words

    def inputs(self) -> tuple[torch.Tensor, ...]:
        return self.ids, self.shapes, self.mask, self.first, self.word_mask

    def to(self, device: torch.device) -> "Batch":
        """On a device, with long integers (feed.packed has small ones in arrays)."""
        def there(x):
            x = torch.as_tensor(x)
            if device.type == "cuda":
                x = x.pin_memory().to(device, non_blocking=True)
            return x.long() if x.dtype == torch.int16 else x
        return replace(self, **{f.name: there(getattr(self, f.name)) for f in fields(self) if f.name != "corpus"})


def collate(group: list[Sentence], name_count: int, noise: Noise | None = None, rng: random.Random | None = None) -> Batch:
    """Pads encoded sentences into one batch, with the noise of words and of the gazetteer if there is `noise`."""
    size, width = max(len(s.encoded[0]) for s in group), max(len(s.words) for s in group)

    def pad(rows, n, value):
        return torch.tensor([list(r) + [value] * (n - len(r)) for r in rows], dtype=torch.long)

    ids = [masked(s.encoded[0], s.encoded[2], noise.word, rng) if noise else s.encoded[0] for s in group]
    shapes = [[k % SHAPE_COUNT for k in s.encoded[1]] if noise and rng.random() < noise.known else s.encoded[1] for s in group]
    layer = lambda k: pad([s.encoded[k] or () for s in group], width, -100)
    every = (1 << name_count) - 1
    bits = pad([s.encoded[6] or () for s in group], width, every)
    return Batch(pad(ids, size, PAD), pad(shapes, size, 0), pad([[1] * len(i) for i in ids], size, 0),
                 pad([s.encoded[2] for s in group], width + 1, 0), pad([[1] * (len(s.words) + 1) for s in group], width + 1, 0).float(),
                 layer(3), layer(4), pad([s.heads or () for s in group], width, -100), layer(5),
                 (bits[:, :, None] >> torch.arange(name_count)) & 1 == 1, [s.corpus for s in group], pad([s.encoded[0] for s in group], size, PAD))
