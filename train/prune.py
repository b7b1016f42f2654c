#!/usr/bin/env python3
"""Takes neurons out of the layers of a trained network: those without which what the others add can best make up for them, once their weights are solved anew.

    python train/prune.py CHECKPOINT --size SIZE --out FILE      SIZE of network.SIZES says how many stay in each layer
    python train/prune.py CHECKPOINT                             prints the share of each layer's output (squared) that is lost by how many stay

The inputs of the outgoing weights are those of training sentences; the error is of the product alone, as the network was before."""
from __future__ import annotations

import argparse
import os
import random

import torch

import corpora
from encoding import Labels, Noise, WordPieces, batches, collate, encode, noisy
from names import KnownNames, read_demonyms
from network import SIZES, Network
from train import HERE, REFERENCE_CORPORA, base_folder, mean_weights, size_of

AT_ONCE = 16


class Thinned:
    """The outgoing weights of a layer as neurons are taken out. `weight` [H,N]; `moments` [inside,inside]: sums of products of the neurons' values."""

    def __init__(self, weight: torch.Tensor, moments: torch.Tensor):
        self.first, self.weight, self.alive = weight.double(), weight.double(), torch.arange(weight.shape[1])
        self.moments = moments.double() + torch.eye(len(moments)).double() * moments.diagonal().mean() * 1e-3
        self.inverse = torch.linalg.inv(self.moments)

    def down_to(self, count: int) -> None:
        while len(self.alive) > count:
            loss = self.weight.square().sum(0) / self.inverse.diagonal()
            gone = loss.topk(min(AT_ONCE, len(self.alive) - count), largest=False).indices
            share = torch.linalg.solve(self.inverse[gone][:, gone], self.inverse[gone])
            self.weight, self.inverse = self.weight - self.weight[:, gone] @ share, self.inverse - self.inverse[:, gone] @ share
            stay = torch.ones(len(self.alive), dtype=torch.bool)
            stay[gone] = False
            self.weight, self.inverse, self.alive = self.weight[:, stay], self.inverse[stay][:, stay], self.alive[stay]

    def lost(self) -> float:
        error = -self.first
        error[:, self.alive] += self.weight
        return float(((error @ self.moments) * error).sum() / ((self.first @ self.moments) * self.first).sum())


@torch.no_grad()
def moments_of(network: Network, groups: list) -> list[torch.Tensor]:
    sums = [torch.zeros(layer.down.in_features, layer.down.in_features) for layer in network.layers]

    def watch(total):
        def hook(_, inputs):
            values = inputs[0].flatten(0, -2)
            total.addmm_(values.T, values)
        return hook

    hooks = [layer.down.register_forward_pre_hook(watch(s)) for layer, s in zip(network.layers, sums)]
    for group in groups:
        network.encode(*group.inputs())
    for h in hooks:
        h.remove()
    return sums


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint", help="or several with commas: the mean of their weights")
    p.add_argument("--size", choices=SIZES)
    p.add_argument("--out")
    p.add_argument("--data", default=os.path.normpath(os.path.join(HERE, "..", "..", "shared", "data")))
    p.add_argument("--gazetteer", default=os.path.normpath(os.path.join(HERE, "..", "seeds", "gazetteer")))
    p.add_argument("--sentences", type=int, default=1200)
    a = p.parse_args()
    torch.set_num_threads(1)
    data = corpora.load(a.data, set(), read_demonyms(a.gazetteer))
    labels, pieces, rng = Labels.of(data.train), WordPieces(base_folder(None), KnownNames(a.gazetteer)), random.Random("prune")
    sample = [noisy(s, Noise(), rng) for s in rng.sample([s for s in data.train if len(s.words) <= 60], a.sentences)]
    for s in sample:
        encode(s, pieces, labels)
    corrected = [c for c in sorted({s.corpus for s in data.train if s.names}) if c not in REFERENCE_CORPORA]
    state = mean_weights(a.checkpoint)
    network = Network(labels, corrected, SIZES[size_of(a.checkpoint)], len(pieces.vocabulary()))
    network.load_state_dict(state)
    moments = moments_of(network.eval(), [collate(g, len(labels.ner)) for g in batches(sample, 3000)])
    for k, layer in enumerate(network.layers):
        thinned, end = Thinned(layer.down.weight.detach(), moments[k]), 256
        if a.size:
            end = SIZES[a.size].insides()[k]
        line = []
        for count in range(len(thinned.alive) - 128, end - 1, -128):
            thinned.down_to(count)
            line.append(f"{count} {thinned.lost():.2%}")
        thinned.down_to(end)
        print(f"layer {k}: {', '.join(line)}", flush=True)
        if a.size:
            for name in ("up.weight", "up.bias"):
                state[f"layers.{k}.{name}"] = state[f"layers.{k}.{name}"][thinned.alive]
            state[f"layers.{k}.down.weight"] = thinned.weight.float()
    if a.size:
        torch.save({"average": state, "size": a.size}, a.out)


if __name__ == "__main__":
    main()
