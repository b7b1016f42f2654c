"""The batches of training, an epoch a file, made ahead of time by worker processes: noise, sub-words and padding take Python longer than a step takes a GPU.

A file depends on data, settings and epoch only, so that a run which is taken up again sees the same batches, and several runs of one machine may share a folder."""
from __future__ import annotations

import os
import pickle
import random
import time
from dataclasses import fields, replace
from multiprocessing import get_context

import torch

from encoding import Batch

FLAG = "settings.pickle"


class Feed:
    """`make(epoch)` -> the batches of an epoch. With `workers` processes they are made ahead into `folder`, up to epoch `last`; without any and with a `folder` another run makes them
    there; without both they are made when they are asked for. `settings`: what has to be the same for all that share a folder."""

    def __init__(self, make, folder: str | None, workers: int, first: int, last: int, settings: dict):
        self.make, self.folder, self.processes, self.shared = make, folder, [], folder is not None and not workers
        if not folder:
            return
        os.makedirs(folder, exist_ok=True)
        flag = os.path.join(folder, FLAG)
        if workers:
            write(flag, settings)
        elif read(flag) != settings:
            raise SystemExit(f"the batches in {folder} were made with other data or settings")
        for n in range(workers):
            process = get_context("fork").Process(target=self._work, args=(range(first + n, last, workers),), daemon=True)
            process.start()
            self.processes.append(process)

    def _work(self, epochs: range) -> None:
        torch.set_num_threads(1)
        for epoch in epochs:
            if not os.path.exists(self._path(epoch)):
                write(self._path(epoch), [packed(b) for b in self.make(epoch)])

    def _path(self, epoch: int) -> str:
        return os.path.join(self.folder, f"{epoch}.pickle")

    def epoch(self, epoch: int) -> list[Batch]:
        return read(self._path(epoch)) if self.folder else self.make(epoch)

    def close(self) -> None:
        for process in self.processes:
            process.terminate()


def write(path: str, content) -> None:
    with open(f"{path}.{os.getpid()}", "wb") as f:
        pickle.dump(content, f, protocol=5)
    os.replace(f"{path}.{os.getpid()}", path)


def read(path: str):
    while not os.path.exists(path):
        time.sleep(0.05)
    with open(path, "rb") as f:
        return pickle.load(f)


def packed(batch: Batch) -> Batch:
    """The same with 16-bit integers (`Batch.to` makes them long again), as arrays of numpy: torch's tensors share memory by files, of which there are only so many."""
    small = lambda x: x.numpy() if x.dtype in (torch.float32, torch.bool) else x.numpy().astype("int16")
    return replace(batch, **{f.name: small(getattr(batch, f.name)) for f in fields(batch) if f.name != "corpus"})


def shuffled(batches: list[Batch], key: str) -> list[Batch]:
    """In the order of this run: others may share the batches."""
    out = list(batches)
    random.Random(key).shuffle(out)
    return out
