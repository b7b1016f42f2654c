"""From scores to trees and names. The Node side decodes in the same way."""
from __future__ import annotations

import numpy as np

from corpora import spans_of

LOW = -1e9


def is_tree(heads: np.ndarray) -> bool:
    """heads[1:] of words 1..n (0 = root; heads[0] is ignored): one root and no cycle?"""
    n = len(heads)
    if (heads[1:] == 0).sum() != 1:
        return False
    state = [0] * n
    state[0] = 2
    for i in range(1, n):
        path, j = [], i
        while state[j] == 0:
            state[j] = 1
            path.append(j)
            j = heads[j]
        if state[j] == 1:
            return False
        for k in path:
            state[k] = 2
    return True


def best_tree(arcs: np.ndarray) -> list[int]:
    """arcs [n, n+1] (dependent x head, 0 = root) -> head of each word: the greedy choice if it is a tree, else the best tree
    by Chu-Liu-Edmonds, tried for the four most likely roots."""
    n = len(arcs)
    scores = np.full((n + 1, n + 1), LOW)
    scores[1:] = arcs
    np.fill_diagonal(scores, LOW)
    greedy = scores.argmax(1)
    greedy[0] = 0
    if is_tree(greedy):
        return greedy[1:].tolist()
    best, best_score = greedy, -np.inf
    for root in np.argsort(-(scores[1:, 0] - scores[1:, 1:].max(1)), kind="stable")[:4] + 1:
        rooted = scores.copy()
        rooted[1:, 0] = LOW
        rooted[root] = LOW
        rooted[root, 0] = scores[root, 0]
        heads = chu_liu_edmonds(rooted)
        total = rooted[np.arange(1, n + 1), heads[1:]].sum()
        if total > best_score:
            best, best_score = heads, total
    return best[1:].tolist()


def chu_liu_edmonds(scores: np.ndarray) -> np.ndarray:
    """scores [n+1, n+1] (dependent x head; row 0 unused) -> heads of the maximum spanning tree."""
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    rest = [i for i in range(n) if i not in set(cycle)]
    m = len(rest)
    small = np.full((m + 1, m + 1), LOW)
    small[:m, :m] = scores[np.ix_(rest, rest)]
    out = scores[np.ix_(rest, inside)]
    small[:m, m] = out.max(1)
    gain = scores[np.ix_(inside, rest)] - scores[inside, heads[inside]][:, None]
    small[m, :m] = gain.max(0) + scores[inside, heads[inside]].sum()
    np.fill_diagonal(small, LOW)
    chosen = chu_liu_edmonds(small)
    for i in range(1, m):
        heads[rest[i]] = inside[out[i].argmax()] if chosen[i] == m else rest[chosen[i]]
    heads[inside[gain[:, chosen[m]].argmax()]] = rest[chosen[m]]
    return heads


def find_cycle(heads: np.ndarray) -> list[int]:
    seen = [0] * len(heads)
    for i in range(1, len(heads)):
        j = i
        while j and not seen[j]:
            seen[j] = i
            j = heads[j]
        if j and seen[j] == i:
            cycle, k = [j], heads[j]
            while k != j:
                cycle.append(int(k))
                k = heads[k]
            return cycle
    return []


def repaired_relation(label: str, head: int, tag: str, tag_of_head: str) -> str:
    """Labels are given for the best single head; after the repair of a tree only the root has to agree, and an auxiliary is none."""
    if head == 0:
        return "root"
    return label if label != "root" else "parataxis" if tag != "AUX" else "aux" if tag_of_head == "VERB" else "cop"


def best_names(scores: np.ndarray, labels: list[str]) -> list[str]:
    """scores [n, L] -> the best legal BIO sequence (Viterbi; I-X only after B-X or I-X)."""
    legal = np.array([[b[0] != "I" or a[2:] == b[2:] for b in labels] for a in labels])
    best = np.where([t[0] != "I" for t in labels], scores[0], LOW)
    back = []
    for row in scores[1:]:
        paths = np.where(legal, best[:, None], LOW)
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    out = [int(best.argmax())]
    for pointers in reversed(back):
        out.append(int(pointers[out[-1]]))
    return [labels[i] for i in reversed(out)]


# ---- scores ----------------------------------------------------------------------------------------------------------------------------

def score(sentences, predictions) -> dict[str, float]:
    """Percentages: UPOS, XPOS, UAS, LAS (labels without subtypes), LAS-full; names F1 over PER/LOC/ORG ("names", with P and R) and by type.

    Predictions are (upos, xpos, heads, rels, names) with one value a word. MISC is scored where the corpus annotates it; a predicted MISC
    counts nowhere else."""
    hits = dict.fromkeys(("UPOS", "XPOS", "UAS", "LAS", "LAS-full"), 0)
    words, names = 0, {}
    for s, (upos, xpos, heads, rels, tags) in zip(sentences, predictions):
        if s.has_tree():
            words += len(s.words)
            for i in range(len(s.words)):
                hits["UPOS"] += s.upos[i] == upos[i]
                hits["XPOS"] += s.xpos[i] == xpos[i]
                if s.heads[i] == heads[i]:
                    hits["UAS"] += 1
                    hits["LAS"] += s.rels[i].split(":")[0] == rels[i].split(":")[0]
                    hits["LAS-full"] += s.rels[i] == rels[i]
        if s.names is not None:
            known = lambda span: "?" not in s.names[span[0]:span[1] + 1]
            gold, found = set(spans_of(s.names)), {x for x in spans_of(tags) if known(x)}
            for kind in ("names", "PER", "LOC", "ORG", "MISC"):
                g, f = ({x for x in y if x[2] == kind or (kind == "names" and x[2] != "MISC")} for y in (gold, found))
                t = names.setdefault(kind, [0, 0, 0])
                t[0] += len(g & f)
                t[1] += len(f)
                t[2] += len(g)
    out = {k: round(100 * v / words, 2) for k, v in hits.items()} if words else {}
    for kind, (right, found, gold) in names.items():
        if gold:
            out[kind] = round(200 * right / max(1, found + gold), 2)
            if kind == "names":
                out["names-P"], out["names-R"] = round(100 * right / max(1, found), 2), round(100 * right / gold, 2)
    return out
