"""The network: a BERT encoder with word shapes, and heads for tags, names and trees.

Letters in shapes: B sentences, T sub-words, W words (W+1 with [CLS], which stands for the root), H width, L labels."""
from __future__ import annotations

import math
import os
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from encoding import KNOWN_COUNT, SHAPE_COUNT

FAR = -1e9


@dataclass(frozen=True)
class Size:
    """`all_pieces`: so many layers see every sub-word, those above only [CLS] and each word's first one. `taken`: which layers of the teacher
    (or of the base) it starts from. `biaffine`: labels of arcs by a biaffine form, else by a sum of both words' vectors."""

    taken: tuple[int, ...]
    all_pieces: int
    gelu: bool
    biaffine: bool


SIZES = {"large": Size((0, 1, 2, 3, 4, 5), 6, True, True), "small": Size((0, 1, 2, 3, 5), 2, False, False)}


class EncoderLayer(nn.Module):
    """One post-norm transformer layer, [B,T,H] -> [B,T,H].

    `factors`: None, or for export a vector [H] for each of the two residual branches, by which channels with large values were divided
    before they were quantised (export.smooth)."""

    def __init__(self, width: int, heads: int, activation, dropout: float):
        super().__init__()
        self.heads, self.activation, self.dropout, self.factors = heads, activation, dropout, None
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
        y = self.down(self.activation(self.up(x)))
        if self.factors:
            x = x * self.factors[1]
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Network(nn.Module):
    """`corpora`: names of the corpora whose name annotation may differ from the reference (UNER): each has a small correction of the
    PER, LOC and ORG scores that is learned beside the shared ones and left out of the exported model."""

    def __init__(self, labels, corpora: list[str], size: Size, vocabulary: int = 30522, width: int = 384, heads: int = 12, positions: int = 512,
                 arc_width: int = 256, biaffine_width: int = 128, rel_width: int = 256, dropout: float = 0.1, head_dropout: float = 0.33):
        super().__init__()
        self.size, self.activation, self.dropout, self.head_dropout = size, F.gelu if size.gelu else F.relu, dropout, head_dropout
        self.words = nn.Embedding(vocabulary, width, sparse=True)
        self.positions, self.shapes, self.known = nn.Embedding(positions, width), nn.Embedding(SHAPE_COUNT, width), nn.Embedding(KNOWN_COUNT, width)
        self.token_type = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(EncoderLayer(width, heads, self.activation, dropout) for _ in size.taken)
        self.upos, self.xpos, self.ner = (nn.Linear(width, len(x)) for x in (labels.upos, labels.xpos, labels.ner))
        self.corpora = {c: i for i, c in enumerate(corpora)}
        self.ner_correction = nn.Parameter(torch.zeros(len(corpora), len(labels.ner), width + 1))
        self.register_buffer("correctable", torch.tensor([float(t != "O" and not t.endswith("MISC")) for t in labels.ner]), persistent=False)
        self.arc_dep, self.arc_head = nn.Linear(width, arc_width), nn.Linear(width, arc_width)
        self.arc_weight = nn.Parameter(torch.empty(arc_width + 1, arc_width))
        rel_width, self.rel_count = biaffine_width if size.biaffine else rel_width, len(labels.rel)
        self.rel_dep, self.rel_head = nn.Linear(width, rel_width), nn.Linear(width, rel_width)
        if size.biaffine:
            self.rel_weight = nn.Parameter(torch.randn(rel_width + 1, self.rel_count * (rel_width + 1)) * 0.01)
        else:
            self.rel = nn.Linear(rel_width, self.rel_count)
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.known.weight)

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
                for i, layer in zip(self.size.taken, self.layers):
                    at = lambda name: get(f"encoder.layer.{i}.{name}.{part}")
                    getattr(layer.qkv, part).copy_(torch.cat([at("attention.self." + n) for n in ("query", "key", "value")]))
                    for mine, theirs in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"), ("up", "intermediate.dense"),
                                         ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                        getattr(getattr(layer, mine), part).copy_(at(theirs))

    def load_teacher(self, state: dict[str, torch.Tensor]) -> None:
        """Starts from a larger network: its layers `size.taken`, and whatever else has the same shape."""
        source = {f"layers.{i}.": f"layers.{k}." for i, k in enumerate(self.size.taken)}
        own = self.state_dict()
        for name in own:
            start = name[:name.index(".", 7) + 1] if name.startswith("layers.") else ""
            value = state.get(source.get(start, start) + name[len(start):])
            if value is not None and value.shape == own[name].shape and not (name.startswith("rel_") and not self.size.biaffine):
                own[name].copy_(value)

    def embed(self, ids: torch.Tensor) -> torch.Tensor:
        """Word embeddings, [B,T] -> [B,T,H]; the exported model replaces this by a quantised table."""
        return self.words(ids)

    def embed_shapes(self, shapes: torch.Tensor) -> torch.Tensor:
        """Shapes and known names, [B,T] -> [B,T,H]; the exported model replaces this by one table."""
        return self.shapes(shapes % SHAPE_COUNT) + self.known(shapes // SHAPE_COUNT)

    def encode(self, ids, shapes, mask, first, word_mask) -> torch.Tensor:
        """-> vectors of the words' first sub-words, [B,W+1,H]; slot 0 is [CLS]."""
        x = self.embed(ids) + self.positions.weight[:ids.shape[1]] + self.token_type + self.embed_shapes(shapes)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = (1 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers[:self.size.all_pieces]:
            x = layer(x, bias)
        x = torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2]))
        bias = (1 - word_mask)[:, None, None, :] * -1e4
        for layer in self.layers[self.size.all_pieces:]:
            x = layer(x, bias)
        return x

    def arcs(self, x: torch.Tensor, word_mask: torch.Tensor) -> torch.Tensor:
        """x [B,W+1,H] -> scores [B,W,W+1] of each word's possible heads; no word is its own head."""
        dep, head = self._project(self.arc_dep, x[:, 1:]), self._project(self.arc_head, x)
        scores = (with_one(dep) @ self.arc_weight.to(dep.dtype) @ head.transpose(1, 2)).float()
        n = scores.shape[1]
        own = (torch.arange(n)[:, None] + 1 == torch.arange(n + 1)[None, :]).float()
        return scores + (word_mask[:, None, :] - 1) * -FAR + own * FAR

    def relations(self, dep: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        """dep, head [...,H]: words and their heads -> label scores [...,R]."""
        if not self.size.biaffine:
            x = self.activation(self.rel_dep(dep) + self.rel_head(head))
            return self.rel(F.dropout(x, self.head_dropout, self.training))
        dep, head = with_one(self._project(self.rel_dep, dep)), with_one(self._project(self.rel_head, head))
        left = (dep @ self.rel_weight.to(dep.dtype)).unflatten(-1, (self.rel_count, head.shape[-1]))
        return (left @ head[..., None]).squeeze(-1)

    def _project(self, linear: nn.Linear, x: torch.Tensor) -> torch.Tensor:
        return F.dropout(self.activation(linear(x)), self.head_dropout, self.training)

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
        x = self.encode(ids, shapes, mask, first, word_mask)
        arcs = self.arcs(x, word_mask)
        words = x[:, 1:]
        head = torch.gather(x, 1, arcs.argmax(-1)[:, :, None].expand(-1, -1, x.shape[2]))
        rel = self.relations(words, head).argmax(-1)
        return self.upos(words).argmax(-1).int(), self.xpos(words).argmax(-1).int(), self.names(words), arcs, rel.int(), x

    @torch.no_grad()
    def lesson(self, batch) -> "Lesson":
        """What this network, as a teacher, says of the sentences of a batch (without their masked words)."""
        x = self.encode(batch.clean, *batch.inputs()[1:])
        words, arcs = x[:, 1:], self.arcs(x, batch.word_mask)
        heads = torch.where(batch.heads >= 0, batch.heads, arcs.argmax(-1))
        rel = self.relations(words, torch.gather(x, 1, heads[:, :, None].expand(-1, -1, x.shape[2])))
        return Lesson(heads, x, [s.float() for s in (self.upos(words), self.xpos(words), arcs, rel, self.names(words))])

    def losses(self, batch, lesson: "Lesson | None" = None, others: float = 1.0) -> list[torch.Tensor]:
        """Five losses, means over the annotated words of the batch: upos, xpos, arcs, relations, names (`others`: weight of the corpora with a correction); with a teacher's lesson five more,
        means over all words, and the distance of the vectors."""
        vectors = self.encode(*batch.inputs())
        x = F.dropout(vectors, self.dropout, self.training)
        words = x[:, 1:]
        none = words.sum().float() * 0
        heads = batch.heads.clamp(min=0) if lesson is None else lesson.heads
        scores = [self.upos(words), self.xpos(words), self.arcs(x, batch.word_mask),
                  self.relations(words, torch.gather(x, 1, heads[:, :, None].expand(-1, -1, x.shape[2])))]
        scores = [s.float() for s in scores]
        out = [F.cross_entropy(s.flatten(0, 1), gold.flatten(), ignore_index=-100) if (gold >= 0).any() else none
               for s, gold in zip(scores, (batch.upos, batch.xpos, batch.heads, batch.rels))]
        known, shared = ~batch.names.all(-1), self.names(words).float()
        if known.any():
            own = self.names(words, batch.corpus).float()[known]
            allowed = own.masked_fill(~batch.names[known], FAR)
            weight = torch.tensor([others if c in self.corpora else 1.0 for c in batch.corpus])[:, None].expand(known.shape)[known]
            out.append(((torch.logsumexp(own, -1) - torch.logsumexp(allowed, -1)) * weight).sum() / weight.sum())
        else:
            out.append(none)
        if lesson is None:
            return out
        here = batch.word_mask[:, 1:] > 0
        out += [F.kl_div(s[here].log_softmax(-1), t[here].log_softmax(-1), log_target=True, reduction="batchmean")
                for s, t in zip([*scores, shared], lesson.scores)]
        here = batch.word_mask > 0
        return out + [F.mse_loss(vectors.float()[here], lesson.vectors.float()[here])]


@dataclass
class Lesson:
    """heads [B,W] (the annotated ones where there are any), vectors [B,W+1,H], scores of upos, xpos, arcs, relations and names [B,W,...]."""

    heads: torch.Tensor
    vectors: torch.Tensor
    scores: list[torch.Tensor]


def with_one(x: torch.Tensor) -> torch.Tensor:
    """[..., D] -> [..., D+1], the last a constant 1 (a bias inside a biaffine form)."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
