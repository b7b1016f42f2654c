"""How well a network, or what was exported of it, reads the dev parts."""
from __future__ import annotations

import numpy as np
import torch

from decoding import best_names, best_tree, repaired_relation, score
from encoding import Labels, batches, collate


@torch.no_grad()
def predict(forward, sentences, labels: Labels) -> list[tuple]:
    """`forward`: (ids, shapes, mask, first, word_mask) -> upos, xpos, ner, arcs, rel, ... as arrays or tensors. In the order of `sentences`."""
    out = {}
    for group in batches(sentences, 3000):
        upos, xpos, ner, arcs, rel = (torch.as_tensor(x).cpu().numpy() for x in forward(*collate(group, len(labels.ner)).inputs())[:5])
        ner, arcs = ner.astype(np.float32), arcs.astype(np.float32)
        for i, s in enumerate(group):
            n = len(s.words)
            heads = best_tree(arcs[i, :n, :n + 1])
            tags = [labels.upos[k] for k in upos[i, :n]]
            out[id(s)] = (tags, [labels.xpos[k] for k in xpos[i, :n]], heads,
                          [repaired_relation(labels.rel[k], h, tag, tags[h - 1]) for k, h, tag in zip(rel[i, :n], heads, tags)], best_names(ner[i, :n], labels.ner))
    return [out[id(s)] for s in sentences]


def score_all(forward, dev: dict[str, list], labels: Labels) -> dict[str, dict[str, float]]:
    return {key: score(sentences, predict(forward, sentences, labels)) for key, sentences in dev.items()}


def brief(scores: dict[str, dict[str, float]]) -> str:
    show = {"ewt": ("UPOS", "XPOS", "UAS", "LAS", "names", "names-P", "names-R", "PER", "LOC", "ORG"), "gum": ("UPOS", "LAS", "names", "MISC")}
    return "; ".join(k + " " + " ".join(f"{m} {v[m]}" for m in show.get(k, ("names", "MISC")) if m in v) for k, v in scores.items())
