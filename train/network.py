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

from encoding import CLS, KNOWN_COUNT, MASK, PAD, SEP, SHAPE_COUNT, UNK

FAR = -1e9


@dataclass(frozen=True)
class Size:
    """`all_pieces`: so many layers see every sub-word, those above only [CLS] and each word's first one. `taken`: which layers of the network
    (or of the base) it starts from. `biaffine`: labels of arcs by a biaffine form, else by a sum of both words' vectors. `inside`: neurons inside a layer, or inside each.
    `mpnet`: the base is an MPNet (relative places in attention beside the absolute ones, numbers of sub-words of its own)."""

    taken: tuple[int, ...]
    all_pieces: int
    gelu: bool
    biaffine: bool
    inside: int | tuple[int, ...] = 1536
    width: int = 384
    mpnet: bool = False

    def insides(self) -> tuple[int, ...]:
        return self.inside if isinstance(self.inside, tuple) else (self.inside,) * len(self.taken)


SIZES = {"mpnet": Size(tuple(range(12)), 12, True, True, 3072, 768, True), "large": Size((0, 1, 2, 3, 4, 5), 6, True, True),
         "five": Size((0, 1, 2, 3, 5), 2, False, False), "thin": Size((0, 1, 2, 3, 5), 2, False, False, (1408, 1536, 768, 1152, 768)), "four": Size((0, 1, 2, 5), 2, False, False),
         "four-1280": Size((0, 1, 2, 5), 2, False, False, 1280), "four-1024": Size((0, 1, 2, 5), 2, False, False, 1024)}
REACH, BUCKETS = 128, 32        # relative places of MPNet


BERT_NAMES = {"qkv": ("attention.self.query", "attention.self.key", "attention.self.value"), "out": ("attention.output.dense",), "norm1": ("attention.output.LayerNorm",),
              "up": ("intermediate.dense",), "down": ("output.dense",), "norm2": ("output.LayerNorm",)}
MPNET_NAMES = {"qkv": ("attention.attn.q", "attention.attn.k", "attention.attn.v"), "out": ("attention.attn.o",), "norm1": ("attention.LayerNorm",)}


class EncoderLayer(nn.Module):
    """One post-norm transformer layer, [B,T,H] -> [B,T,H].

    `factors`: None, or for export a vector [H] for each of the two residual branches, by which channels with large values were divided
    before they were quantised (export.smooth)."""

    def __init__(self, width: int, inside: int, heads: int, activation, dropout: float):
        super().__init__()
        self.heads, self.activation, self.dropout, self.factors = heads, activation, dropout, None
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.up, self.down = nn.Linear(width, inside), nn.Linear(inside, width)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        attention = torch.softmax((q @ k.transpose(-1, -2) * (1 / math.sqrt(h // self.heads)) + bias).float(), -1).to(v.dtype)
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

    def __init__(self, labels, corpora: list[str], size: Size, vocabulary: int = 30522, heads: int = 12, positions: int = 512,
                 arc_width: int = 256, biaffine_width: int = 128, rel_width: int = 256, dropout: float = 0.1, head_dropout: float = 0.33):
        super().__init__()
        width = size.width
        self.size, self.activation, self.dropout, self.head_dropout = size, F.gelu if size.gelu else F.relu, dropout, head_dropout
        self.words = nn.Embedding(vocabulary, width, sparse=True)
        self.positions, self.shapes, self.known = nn.Embedding(positions, width), nn.Embedding(SHAPE_COUNT, width), nn.Embedding(KNOWN_COUNT, width)
        self.token_type = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(EncoderLayer(width, inside, heads, self.activation, dropout) for inside in size.insides())
        self.relative = nn.Embedding(BUCKETS, heads) if size.mpnet else None
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
        """Copies the weights of a BERT encoder (or of an MPNet) in `folder`/model.safetensors."""
        w = load_file(os.path.join(folder, "model.safetensors"))
        get = lambda name: w[name] if name in w else w["bert." + name] if "bert." + name in w else w["mpnet." + name]
        names = BERT_NAMES | (MPNET_NAMES if self.size.mpnet else {})
        with torch.no_grad():
            words, positions = get("embeddings.word_embeddings.weight"), get("embeddings.position_embeddings.weight")
            if self.size.mpnet:     # BERT's sub-words from the fifth on, but for the special ones; places begin at two
                order = torch.arange(len(self.words.weight)) + 4
                for bert, mpnet in ((PAD, 1), (UNK, 3), (CLS, 0), (SEP, 2), (MASK, len(words) - 1)):
                    order[bert] = mpnet
                words, positions = words[order], positions[2:]
                self.relative.weight.copy_(get("encoder.relative_attention_bias.weight"))
            else:
                self.token_type.copy_(get("embeddings.token_type_embeddings.weight")[0])
            self.words.weight.copy_(words)
            self.positions.weight.copy_(positions[:len(self.positions.weight)])
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(get("embeddings.LayerNorm." + part))
                for i, layer in zip(self.size.taken, self.layers):
                    for mine, theirs in names.items():
                        value = torch.cat([get(f"encoder.layer.{i}.{name}.{part}") for name in theirs])
                        if value.shape == getattr(getattr(layer, mine), part).shape:
                            getattr(getattr(layer, mine), part).copy_(value)

    def start_from(self, state: dict[str, torch.Tensor], importance: list[torch.Tensor] | None = None) -> None:
        """Starts from a larger network of the same width: its layers `size.taken` (of each the neurons of the greatest `importance` [layers of the larger one][inside],
        where there are fewer here), and whatever else has the same shape."""
        state = dict(state)
        for k, inside in zip(self.size.taken, self.size.insides()):
            if len(state[f"layers.{k}.up.bias"]) > inside:
                kept = importance[k].topk(inside).indices.sort().values
                for name in ("up.weight", "up.bias"):
                    state[f"layers.{k}.{name}"] = state[f"layers.{k}.{name}"][kept]
                state[f"layers.{k}.down.weight"] = state[f"layers.{k}.down.weight"][:, kept]
        source = {f"layers.{i}.": f"layers.{k}." for i, k in enumerate(self.size.taken)}
        own = self.state_dict()
        for name in own:
            start = name[:name.index(".", 7) + 1] if name.startswith("layers.") else ""
            value = state.get(source.get(start, start) + name[len(start):])
            if value is not None and value.shape == own[name].shape and not (name.startswith("rel_") and not self.size.biaffine):
                own[name].copy_(value)

    def relative_bias(self, count: int) -> torch.Tensor | float:
        """What MPNet adds to the scores of attention for the distance of two places, [1,heads,count,count]; 0 for other networks."""
        if self.relative is None:
            return 0.0
        half, near, device = BUCKETS // 2, BUCKETS // 4, self.relative.weight.device
        places = torch.arange(count, device=device)
        away = places[:, None] - places[None, :]
        far = near + (torch.log(away.abs().clamp(min=1).float() / near) / math.log(REACH / near) * (half - near)).long()
        bucket = torch.where(away < 0, half, 0) + torch.where(away.abs() < near, away.abs(), far.clamp(max=half - 1))
        return self.relative(bucket).permute(2, 0, 1)[None]

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
        bias = (1 - mask.to(x.dtype))[:, None, None, :] * -1e4 + self.relative_bias(ids.shape[1])
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
        own = torch.ones(n, n + 1, device=x.device).triu(1).tril(1)
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
        which = torch.tensor([self.corpora.get(c, 0) for c in corpus]).to(x.device, non_blocking=True)
        other = self._weights(corpus, 1.0, 0.0).to(x.device, non_blocking=True)
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

    def _weights(self, corpus: list[str], other: float, reference: float) -> torch.Tensor:
        """[B]: `other` for a sentence of a corpus with a correction, else `reference`."""
        return torch.tensor([other if c in self.corpora else reference for c in corpus])

    def losses(self, batch, lesson: "Lesson | None" = None, others: float = 1.0, hint: nn.Module | None = None) -> list[torch.Tensor]:
        """Five losses, means over the annotated words of the batch: upos, xpos, arcs, relations, names (`others`: weight of the corpora with a correction); with a teacher's lesson five more,
        means over all words, and the distance of the vectors (`hint`: what makes vectors of the teacher's width of ours)."""
        vectors = self.encode(*batch.inputs())
        x = F.dropout(vectors, self.dropout, self.training)
        words = x[:, 1:]
        heads = batch.heads.clamp(min=0) if lesson is None else lesson.heads
        scores = [self.upos(words), self.xpos(words), self.arcs(x, batch.word_mask),
                  self.relations(words, torch.gather(x, 1, heads[:, :, None].expand(-1, -1, x.shape[2])))]
        scores = [s.float() for s in scores]
        out = [F.cross_entropy(s.flatten(0, 1), gold.flatten(), ignore_index=-100, reduction="sum") / (gold >= 0).sum().clamp(min=1)
               for s, gold in zip(scores, (batch.upos, batch.xpos, batch.heads, batch.rels))]
        own, shared = self.names(words, batch.corpus).float(), self.names(words).float()
        weight = self._weights(batch.corpus, others, 1.0).to(x.device, non_blocking=True)[:, None] * ~batch.names.all(-1)
        missed = torch.logsumexp(own, -1) - torch.logsumexp(own.masked_fill(~batch.names, FAR), -1)
        out.append((missed * weight).sum() / weight.sum().clamp(min=1e-6))
        if lesson is None:
            return out
        here = batch.word_mask[:, 1:]
        for s, t in zip([*scores, shared], lesson.scores):
            out.append((F.kl_div(s.log_softmax(-1), t, log_target=True, reduction="none").sum(-1) * here).sum() / here.sum())
        here = batch.word_mask[..., None]
        theirs = lesson.vectors.float()
        if hint:
            vectors, theirs = hint(vectors), F.layer_norm(theirs, theirs.shape[-1:])
        return out + [((vectors.float() - theirs).square() * here).sum() / here.sum() / theirs.shape[-1]]


@dataclass
class Lesson:
    """heads [B,W] (the annotated ones where there are any), vectors [B,W+1,H] of the first teacher, logarithms of chances of upos, xpos, arcs, relations and names [B,W,...]."""

    heads: torch.Tensor
    vectors: torch.Tensor
    scores: list[torch.Tensor]


@torch.no_grad()
def lesson_of(teachers: list[Network], batch) -> Lesson:
    """What the teachers say of the sentences of a batch (without their masked words): the mean of their chances."""
    vectors = [t.encode(batch.clean, *batch.inputs()[1:]) for t in teachers]
    mean = lambda scores: (torch.stack([s.float().log_softmax(-1) for s in scores]).logsumexp(0) - math.log(len(teachers)))
    arcs = mean([t.arcs(x, batch.word_mask) for t, x in zip(teachers, vectors)])
    heads = torch.where(batch.heads >= 0, batch.heads, arcs.argmax(-1))
    relations = [t.relations(x[:, 1:], torch.gather(x, 1, heads[:, :, None].expand(-1, -1, x.shape[2]))) for t, x in zip(teachers, vectors)]
    upos, xpos, names = (mean([layer(t)(x[:, 1:]) for t, x in zip(teachers, vectors)]) for layer in (lambda t: t.upos, lambda t: t.xpos, lambda t: t.names))
    return Lesson(heads, vectors[0], [upos, xpos, arcs, mean(relations), names])


def with_one(x: torch.Tensor) -> torch.Tensor:
    """[..., D] -> [..., D+1], the last a constant 1 (a bias inside a biaffine form)."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
