"""Makes models/word-likeness.tsv: which words mean nearly the same, by the base encoder's vectors of single words.

    python train/word_likeness.py BASE CORPORA...

BASE is the folder of the base encoder (`model.safetensors`, `vocab.txt`); CORPORA are files or folders of English text (`.gz` too), which say what is a word and no
name: it is written in lower case more often than not. The words of seeds/lexicon come with them. A line is a word and those after it in the alphabet that are like
it, with their cosine in hundredths: "blaze<TAB>fire 61 flames 60".
"""
import collections
import gzip
import json
import pathlib
import re
import sys

import numpy as np
import torch
from safetensors.torch import load_file

HOME = pathlib.Path(__file__).parent.parent
LEAST, MOST, RARE = 0.55, 12, 3
"""The least cosine, the most words that are given for one, and how often a word of the corpora must be there."""


def texts(paths):
    for path in paths:
        for file in sorted(path.rglob('*')) if path.is_dir() else [path]:
            if not file.is_file() or file.suffix == '.md' or 'LICENSE' in file.name:
                continue
            data = file.read_bytes()
            yield (gzip.decompress(data) if file.suffix == '.gz' else data).decode('utf8', 'ignore')


def strings(tree):
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield key
            yield from strings(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from strings(value)


def vocabulary(corpora):
    counts = collections.Counter()
    for text in texts(corpora):
        counts.update(re.findall(r'(?<![A-Za-z-])[A-Za-z][a-z]{2,}(?![A-Za-z-])', text))
    plain = {w for w, n in counts.items() if w.islower() and n >= RARE and n >= counts[w.capitalize()]}
    for name in ['nouns', 'counted-nouns', 'telling', 'verb-classes', 'kinds', 'measures', 'things']:
        for line in strings(json.loads((HOME / f'seeds/lexicon/{name}.json').read_text())):
            plain.update(w for w in re.findall(r'[a-z]{3,}', line) if counts[w] >= counts[w.capitalize()])
    return sorted(plain)


class Base:
    """The base encoder: the mean of a word's pieces, of length 1."""

    def __init__(self, folder):
        self.weights = {k.replace('bert.', ''): v.float() for k, v in load_file(folder / 'model.safetensors').items()}
        self.pieces = {line: at for at, line in enumerate((folder / 'vocab.txt').read_text().split('\n'))}

    def split(self, word):
        found, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and ('##' if start else '') + word[start:end] not in self.pieces:
                end -= 1
            if end == start:
                return [self.pieces['[UNK]']]
            found.append(self.pieces[('##' if start else '') + word[start:end]])
            start = end
        return found

    def norm(self, x, name):
        return torch.nn.functional.layer_norm(x, (384,), self.weights[f'{name}.weight'], self.weights[f'{name}.bias'], 1e-12)

    def linear(self, x, name):
        return x @ self.weights[f'{name}.weight'].T + self.weights[f'{name}.bias']

    def encode(self, ids, mask):
        size, length = ids.shape
        at = 'embeddings'
        x = self.weights[f'{at}.word_embeddings.weight'][ids] + self.weights[f'{at}.position_embeddings.weight'][:length]
        x = self.norm(x + self.weights[f'{at}.token_type_embeddings.weight'][0], f'{at}.LayerNorm')
        away = (1 - mask.float())[:, None, None, :] * -1e9
        for layer in range(6):
            p = f'encoder.layer.{layer}'
            q, k, v = (self.linear(x, f'{p}.attention.self.{n}').view(size, length, 12, 32).transpose(1, 2) for n in ('query', 'key', 'value'))
            seen = torch.softmax(q @ k.transpose(-1, -2) / 32**0.5 + away, -1) @ v
            x = self.norm(self.linear(seen.transpose(1, 2).reshape(size, length, 384), f'{p}.attention.output.dense') + x, f'{p}.attention.output.LayerNorm')
            inner = torch.nn.functional.gelu(self.linear(x, f'{p}.intermediate.dense'))
            x = self.norm(self.linear(inner, f'{p}.output.dense') + x, f'{p}.output.LayerNorm')
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return torch.nn.functional.normalize(mean, dim=-1)

    @torch.no_grad()
    def vectors(self, words):
        found = []
        for at in range(0, len(words), 256):
            batch = [[self.pieces['[CLS]'], *self.split(word), self.pieces['[SEP]']] for word in words[at : at + 256]]
            width = max(map(len, batch))
            ids = torch.tensor([line + [0] * (width - len(line)) for line in batch])
            mask = torch.tensor([[1] * len(line) + [0] * (width - len(line)) for line in batch])
            found.append(self.encode(ids, mask))
        return torch.cat(found).numpy()


def main():
    base, *corpora = map(pathlib.Path, sys.argv[1:])
    words = vocabulary(corpora)
    vectors = Base(base).vectors(words)
    like = collections.defaultdict(dict)
    for at in range(0, len(words), 1000):
        for row, line in enumerate(vectors[at : at + 1000] @ vectors.T, at):
            line[row] = 0
            for other in np.argsort(-line)[:MOST]:
                if line[other] >= LEAST:
                    first, second = sorted((row, int(other)))
                    like[first][second] = round(float(line[other]) * 100)
    lines = [f'{words[at]}\t' + ' '.join(f'{words[o]} {n}' for o, n in sorted(found.items())) for at, found in sorted(like.items())]
    (HOME / 'models/word-likeness.tsv').write_text('\n'.join(lines) + '\n')
    print(len(words), 'words,', sum(map(len, like.values())), 'pairs')


if __name__ == '__main__':
    main()
