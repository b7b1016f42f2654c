"""The network: a BERT encoder with word shapes, and heads for tags, names and trees.

Letters in shapes: B sentences, T sub-words, W words (W+1 with [CLS], which stands for the root), H width, L labels."""
from __future__ import annotations

import math
import os

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

FAR = -1e9


class EncoderLayer(nn.Module):
    """One post-norm transformer layer, [B,T,H] -> [B,T,H].

    `factors`: None, or for export a vector [H] for each of the two residual branches, by which channels with large values were divided
    before they were quantised (export.smooth)."""

    def __init__(self, width: int, heads: int, dropout: float):
        super().__init__()
        self.heads, self.dropout, self.factors = heads, dropout, None
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        attention = torch.softmax(q @ k.transpose(-1, -2) * (1 / math.sqrt(h // self.heads)) + bias, -1).to(v.dtype)
        y = (attention @ v).transpose(1, 2).reshape(b, t, h)
        if self.factors:
            x = x * self.factors[0]
        x = self.norm1(x + F.dropout(self.out(y), self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        if self.factors:
            x = x * self.factors[1]
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Network(nn.Module):
    """`corpora`: names of the corpora whose name annotation may differ from the reference (UNER): each has a small correction of the
    PER, LOC and ORG scores that is learned beside the shared ones and left out of the exported model."""

    def __init__(self, labels, corpora: list[str], shape_count: int, vocabulary: int = 30522, width: int = 384, layers: int = 6, heads: int = 12,
                 positions: int = 512, arc_width: int = 256, rel_width: int = 128, dropout: float = 0.1, head_dropout: float = 0.33):
        super().__init__()
        self.dropout, self.head_dropout, self.rel_count = dropout, head_dropout, len(labels.rel)
        self.words = nn.Embedding(vocabulary, width, sparse=True)
        self.positions, self.shapes = nn.Embedding(positions, width), nn.Embedding(shape_count, width)
        self.token_type = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(EncoderLayer(width, heads, dropout) for _ in range(layers))
        self.upos, self.xpos, self.ner = (nn.Linear(width, len(x)) for x in (labels.upos, labels.xpos, labels.ner))
        self.corpora = {c: i for i, c in enumerate(corpora)}
        self.ner_correction = nn.Parameter(torch.zeros(len(corpora), len(labels.ner), width + 1))
        self.register_buffer("correctable", torch.tensor([float(t != "O" and not t.endswith("MISC")) for t in labels.ner]), persistent=False)
        self.arc_dep, self.arc_head = nn.Linear(width, arc_width), nn.Linear(width, arc_width)
        self.rel_dep, self.rel_head = nn.Linear(width, rel_width), nn.Linear(width, rel_width)
        self.arc_weight = nn.Parameter(torch.empty(arc_width + 1, arc_width))
        self.rel_weight = nn.Parameter(torch.empty(rel_width + 1, self.rel_count * (rel_width + 1)))
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.normal_(self.rel_weight, std=0.01)
        nn.init.zeros_(self.shapes.weight)

    def load_base(self, folder: str) -> None:
        """Copies the weights of a BERT encoder in `folder`/model.safetensors."""
        w = load_file(os.path.join(folder, "model.safetensors"))
        get = lambda name: w[name] if name in w else w["bert." + name]
        with torch.no_grad():
            self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
            self.positions.weight.copy_(get("embeddings.position_embeddings.weight"))
            self.token_type.copy_(get("embeddings.token_type_embeddings.weight")[0])
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(get("embeddings.LayerNorm." + part))
                for i, layer in enumerate(self.layers):
                    at = lambda name: get(f"encoder.layer.{i}.{name}.{part}")
                    getattr(layer.qkv, part).copy_(torch.cat([at("attention.self." + n) for n in ("query", "key", "value")]))
                    for mine, theirs in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"), ("up", "intermediate.dense"),
                                         ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                        getattr(getattr(layer, mine), part).copy_(at(theirs))

    def embed(self, ids: torch.Tensor) -> torch.Tensor:
        """Word embeddings, [B,T] -> [B,T,H]; the exported model replaces this by a quantised table."""
        return self.words(ids)

    def encode(self, ids, shapes, mask, first) -> torch.Tensor:
        """-> vectors of the words' first sub-words, [B,W+1,H]; slot 0 is [CLS]."""
        x = self.embed(ids) + self.positions.weight[:ids.shape[1]] + self.token_type + self.shapes(shapes)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = (1 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2]))

    def arcs(self, x: torch.Tensor, word_mask: torch.Tensor) -> torch.Tensor:
        """x [B,W+1,H] -> scores [B,W,W+1] of each word's possible heads; no word is its own head."""
        dep, head = self._project(self.arc_dep, x[:, 1:]), self._project(self.arc_head, x)
        scores = (with_one(dep) @ self.arc_weight.to(dep.dtype) @ head.transpose(1, 2)).float()
        n = scores.shape[1]
        own = (torch.arange(n)[:, None] + 1 == torch.arange(n + 1)[None, :]).float()
        return scores + (word_mask[:, None, :] - 1) * -FAR + own * FAR

    def relations(self, dep: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        """dep, head [N,H]: words and their heads -> label scores [N,R]."""
        dep, head = with_one(self._project(self.rel_dep, dep)), with_one(self._project(self.rel_head, head))
        left = (dep @ self.rel_weight.to(dep.dtype)).view(-1, self.rel_count, head.shape[-1])
        return (left @ head[:, :, None]).squeeze(-1)

    def _project(self, linear: nn.Linear, x: torch.Tensor) -> torch.Tensor:
        return F.dropout(F.gelu(linear(x)), self.head_dropout, self.training)

    def names(self, x: torch.Tensor, corpus: list[str] | None = None) -> torch.Tensor:
        """x [B,W,H] -> name scores [B,W,L], corrected for the annotation habits of each sentence's corpus if `corpus` is given."""
        scores = self.ner(x)
        if corpus is None or not any(c in self.corpora for c in corpus):
            return scores
        which = torch.tensor([self.corpora.get(c, 0) for c in corpus])
        other = torch.tensor([float(c in self.corpora) for c in corpus])
        weight = self.ner_correction[which] * self.correctable[None, :, None] * other[:, None, None]      # [B,L,H+1]
        return scores + with_one(x) @ weight.transpose(1, 2).to(x.dtype)

    def forward(self, ids, shapes, mask, first, word_mask):
        """What is exported: -> upos, xpos [B,W] int32, ner [B,W,L], arcs [B,W,W+1], rel [B,W] int32 (label of the best head),
        vectors [B,W+1,H]."""
        x = self.encode(ids, shapes, mask, first)
        arcs = self.arcs(x, word_mask)
        words = x[:, 1:]
        b, w, h = words.shape
        head = torch.gather(x, 1, arcs.argmax(-1)[:, :, None].expand(-1, -1, h))
        rel = self.relations(words.reshape(b * w, h), head.reshape(b * w, h)).argmax(-1).view(b, w)
        return self.upos(words).argmax(-1).int(), self.xpos(words).argmax(-1).int(), self.names(words), arcs, rel.int(), x

    def losses(self, batch) -> list[torch.Tensor]:
        """Five losses, means over the annotated words of the batch: upos, xpos, arcs, relations, names."""
        x = self.encode(batch.ids, batch.shapes, batch.mask, batch.first)
        x = F.dropout(x, self.dropout, self.training)
        words = x[:, 1:]
        none = words.sum().float() * 0
        tree = batch.heads != -100
        out = [none] * 5
        if tree.any():
            flat = words[tree]
            out[0] = F.cross_entropy(self.upos(flat).float(), batch.upos[tree], ignore_index=-100)
            out[1] = F.cross_entropy(self.xpos(flat).float(), batch.xpos[tree], ignore_index=-100)
            out[2] = F.cross_entropy(self.arcs(x, batch.word_mask)[tree], batch.heads[tree])
            sentence = torch.nonzero(tree)[:, 0]
            out[3] = F.cross_entropy(self.relations(flat, x[sentence, batch.heads[tree]]).float(), batch.rels[tree], ignore_index=-100)
        known = ~batch.names.all(-1)
        if known.any():
            scores = self.names(words, batch.corpus).float()[known]
            allowed = scores.masked_fill(~batch.names[known], FAR)
            out[4] = (torch.logsumexp(scores, -1) - torch.logsumexp(allowed, -1)).mean()
        return out


def with_one(x: torch.Tensor) -> torch.Tensor:
    """[..., D] -> [..., D+1], the last a constant 1 (a bias inside a biaffine form)."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
