"""The graph that Node runs: what `export.quantise` leaves, number for number, with half as many nodes and a fifth less time.

- Positions before sentences ([T,B,H]): attention then reads queries, keys and values in place (FusedMatMul), and nothing but small integers is transposed.
- Behind the last layer that sees all sub-words only first ones are used, so only theirs go through that layer's queries and all that follows; keys and values are of all.
- What depends on lengths alone (masks, places) is an input: the caller has it at hand.
- Padding is hidden from attention by -64: e^-64 changes no sum of floats, and is none of the denormal numbers of e^-10000, which processors add a hundred times as slowly.
- UPOS and XPOS are chosen together, among the pairs of the training trees: no noun tagged NNP.
- No number is converted by Cast: the WebAssembly of onnxruntime does every conversion in one function of half a megabyte, which V8 compiles anew, with 220 MB, once it is busy."""
from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HIDDEN, NEVER = -64.0, -1e9
INPUTS = {"ids": (TensorProto.INT32, "T", "B"), "shapes": (TensorProto.INT32, "T", "B"), "places": (TensorProto.INT32, "T"), "first": (TensorProto.INT32, "W1", "B"),
          "hiddenPieces": (TensorProto.FLOAT, "B", 1, 1, "T"), "hiddenWords": (TensorProto.FLOAT, "B", 1, 1, "W1"), "hiddenArcs": (TensorProto.FLOAT, "B", "W", "W1")}
OUTPUTS = {"upos": (TensorProto.INT32, "B", "W"), "xpos": (TensorProto.INT32, "B", "W"), "ner": (TensorProto.FLOAT, "B", "W", "L"), "arcs": (TensorProto.FLOAT, "B", "W", "W1"),
           "rel": (TensorProto.INT32, "B", "W")}


def lean_inputs(ids, shapes, mask, first, word_mask) -> dict[str, np.ndarray]:
    """The inputs of the graph for a batch as the network has it (Network.forward)."""
    ids, shapes, mask, first, word_mask = map(np.asarray, (ids, shapes, mask, first, word_mask))
    rows, slots = first.shape
    own = np.eye(slots, dtype=bool)[1:]
    return {"ids": ids.T.astype(np.int32), "shapes": shapes.T.astype(np.int32), "places": np.arange(ids.shape[1], dtype=np.int32),
            "first": (first.T * rows + np.arange(rows)).astype(np.int32),
            "hiddenPieces": np.where(mask, 0, HIDDEN).astype(np.float32)[:, None, None], "hiddenWords": np.where(word_mask, 0, HIDDEN).astype(np.float32)[:, None, None],
            "hiddenArcs": np.where(own | (word_mask[:, None] == 0), NEVER, 0).astype(np.float32)}


@dataclass(frozen=True)
class Product:
    """x @ weight + bias in integers, from u8 [..,K] to float [..,N]: the scale and zero point of x, weight int8 [K,N], its scale [N], bias [N] or None."""

    scale_in: np.ndarray
    zero_in: np.ndarray
    weight: np.ndarray
    scale: np.ndarray
    bias: np.ndarray | None

    def columns(self, first: int, last: int) -> "Product":
        return replace(self, weight=np.ascontiguousarray(self.weight[:, first:last]), scale=self.scale[first:last], bias=self.bias[first:last])

    def beside(self, other: "Product") -> "Product":
        return replace(self, weight=np.concatenate([self.weight, other.weight], 1), scale=np.concatenate([self.scale, other.scale]), bias=np.concatenate([self.bias, other.bias]))

    def with_one(self) -> "Product":
        """One more column, always 1 (a bias inside the form that follows)."""
        return self.beside(replace(self, weight=np.zeros((len(self.weight), 1), np.int8), scale=np.ones(1, np.float32), bias=np.ones(1, np.float32)))


class Graph:
    """Nodes in order and their constants; every node is named after its one output."""

    def __init__(self):
        self.nodes, self.constants = [], {}

    def constant(self, name: str, value) -> str:
        self.constants[name] = numpy_helper.from_array(np.asarray(value), name)
        return name

    def node(self, op: str, inputs: list[str], out: str, **attributes) -> str:
        domain = "com.microsoft" if op in ("FusedMatMul", "MatMulIntegerToFloat") else ""
        self.nodes.append(helper.make_node(op, inputs, [out], out, domain=domain, **attributes))
        return out

    def quantise(self, x: str, product: Product, out: str) -> str:
        """x in the integers that `product` takes."""
        return self.node("QuantizeLinear", [x, self.constant(out + ".scale", product.scale_in), self.constant(out + ".zero", product.zero_in)], out)

    def product(self, x: str, p: Product, out: str) -> str:
        inputs = [x, self.constant(out + ".weight", p.weight), self.constant(out + ".scale_in", p.scale_in), self.constant(out + ".scale", p.scale),
                  self.constant(out + ".zero_in", p.zero_in), self.constant(out + ".zero", np.zeros(p.scale.shape, np.int8))]
        return self.node("MatMulIntegerToFloat", inputs + ([] if p.bias is None else [self.constant(out + ".bias", p.bias)]), out)


class Quantised:
    """What `export.quantise` made: constants by name, products by the name of the module, and what the residual branches are multiplied by."""

    def __init__(self, model: onnx.ModelProto):
        self.constants = {x.name: numpy_helper.to_array(x) for x in model.graph.initializer}
        self.nodes = list(model.graph.node)
        self.maker = {out: n for n in self.nodes for out in n.output}
        self.made = {n.name.removesuffix("MatMul_integer").strip("/").replace("/", "."): n for n in self.nodes if n.op_type == "MatMulIntegerToFloat"}

    def product(self, module: str) -> Product:
        _, weight, scale_in, scale, zero_in, _, *bias = self.made[module].input
        c = self.constants
        return Product(c[scale_in], c[zero_in], c[weight], c[scale], c[bias[0]] if bias else None)

    def factor(self, module: str) -> np.ndarray:
        """What the residual branch beside a product is multiplied by."""
        out = self.made[module].output[0]
        beside = next(i for n in self.nodes if n.op_type == "Add" and out in n.input for i in n.input if i != out)
        return next(self.constants[i] for i in self.maker[beside].input if i in self.constants)


def lean(model: onnx.ModelProto, pairs: list[tuple[int, int]], all_pieces: int, heads: int = 12) -> onnx.ModelProto:
    """-> the graph for `model`, a quantised export. `pairs`: UPOS and XPOS that go together; `all_pieces`: how many layers see every sub-word."""
    old, g = Quantised(model), Graph()
    c, product = old.constants, old.product
    width = c["token_type"].shape[0]
    layers = sum(name.endswith(".qkv") for name in old.made)
    as_rows, as_heads, as_words = (g.constant(k, np.array(v, np.int64)) for k, v in (("as_rows", [-1, width]), ("as_heads", [0, 0, heads, width // heads]), ("as_words", [0, 0, width])))

    def norm(x: str, name: str) -> str:
        return g.node("LayerNormalization", [x, g.constant(name + ".weight", c[name + ".weight"]), g.constant(name + ".bias", c[name + ".bias"])], name, axis=-1, epsilon=1e-12)

    def first(x: str) -> str:
        """The rows of the words' first sub-words: [T,B,H] -> [W1,B,H]."""
        return g.node("Gather", [g.node("Reshape", [x, as_rows], x + ".rows"), "first"], x + ".first", axis=0)

    def embed() -> str:
        words = g.node("Gather", [g.constant("words.table", c["table.table"]), "ids"], "words.int8")
        words = g.node("DequantizeLinear", [words, g.constant("one", np.float32(1)), g.constant("zero", np.int8(0))], "words.float")
        x = g.node("Mul", [words, g.node("Gather", [g.constant("words.scales", c["table.scale"][:, None]), "ids"], "words.scale")], "words")
        x = g.node("Add", [x, g.node("Gather", [g.constant("positions.table", c["positions.weight"][:, None]), "places"], "positions")], "words.positions")
        x = g.node("Add", [x, g.constant("token_type", c["token_type"])], "words.type")
        return norm(g.node("Add", [x, g.node("Gather", [g.constant("shapes.table", c["marks"]), "shapes"], "shapes.known")], "words.shapes"), "norm")

    def residual(x: str, y: str, name: str) -> str:
        x = g.node("Mul", [x, g.constant(name + ".factor", old.factor(name))], name + ".residual")
        return g.node("Add", [x, y], name + ".sum")

    def layer(k: int, x: str) -> str:
        at = f"layers.{k}."
        qkv, out, up, down = (product(at + name) for name in ("qkv", "out", "up", "down"))
        inner = g.quantise(x, qkv, at + "in")
        asking = inner
        if k == all_pieces - 1:
            asking, x = first(inner), first(x)
        q, key, value = (g.node("Reshape", [g.product(source, qkv.columns(n * width, (n + 1) * width), at + name), as_heads], at + name + ".heads")
                         for n, (name, source) in enumerate((("q", asking), ("k", inner), ("v", inner))))
        scores = g.node("FusedMatMul", [q, key], at + "scores", alpha=1 / math.sqrt(width // heads), transB=1, transBatchA=1, transBatchB=1)
        scores = g.node("Add", [scores, "hiddenPieces" if k < all_pieces else "hiddenWords"], at + "hidden")
        y = g.node("FusedMatMul", [g.node("Softmax", [scores], at + "attention", axis=-1), value], at + "mix", transBatchB=1)
        y = g.node("Transpose", [g.quantise(y, out, at + "mix.int")], at + "mix.turned", perm=[2, 0, 1, 3])
        y = g.product(g.node("Reshape", [y, as_words], at + "mixed"), out, at + "out")
        x = norm(residual(x, y, at + "out"), at + "norm1")
        y = g.product(g.quantise(x, up, at + "up.in"), up, at + "up")
        y = g.product(g.quantise(y, down, at + "down.in"), down, at + "down")           # numbers below zero become zero by themselves
        return norm(residual(x, y, at + "down"), at + "norm2")

    def turned(x: str, p: Product, out: str) -> str:
        """x in the integers of a product, sentences first: [W,B,H] -> [B,W,H]."""
        return g.node("Transpose", [g.quantise(x, p, out + ".int")], out, perm=[1, 0, 2])

    x = embed()
    for k in range(layers):
        x = layer(k, x)
    one, end, zero = (g.constant(f"at.{n}", np.array([n], np.int64)) for n in (1, 2 ** 62, 0))
    words = turned(g.node("Slice", [x, one, end, zero], "words.last"), product("arc_dep"), "words.in")
    # arcs and their labels
    head = g.node("Relu", [g.product(turned(x, product("arc_head"), "arc_head.in"), product("arc_head"), "arc_head")], "arc_head.relu")
    dep = g.quantise(g.product(words, product("arc_dep").with_one(), "arc_dep"), product(""), "arc_dep.out")
    scores = g.node("FusedMatMul", [g.product(dep, product(""), "arc"), head], "arc.scores", transB=1)
    best = g.node("ArgMax", [g.node("Add", [scores, "hiddenArcs"], "arcs")], "best", axis=-1, keepdims=1)
    head = g.node("GatherND", [g.product(turned(x, product("rel_head"), "rel_head.in"), product("rel_head"), "rel_head"), best], "rel_head.best", batch_dims=1)
    both = g.quantise(g.node("Add", [g.product(words, product("rel_dep"), "rel_dep"), head], "rel.sum"), product("rel"), "rel.in")
    label = g.node("ArgMax", [g.product(both, product("rel"), "rel.scores")], "rel.best", axis=-1, keepdims=0)
    g.node("Gather", [g.constant("numbers", np.arange(product("rel").scale.size, dtype=np.int32)), label], "rel")
    g.product(words, product("ner"), "ner")
    # tags: the sum of the scores of each pair
    upos, xpos = product("upos"), product("xpos")
    both = np.zeros((upos.scale.size + xpos.scale.size, len(pairs)), np.float32)
    for n, (u, p) in enumerate(pairs):
        both[u, n] = both[upos.scale.size + p, n] = 1
    pair = g.node("MatMul", [g.product(words, upos.beside(xpos), "tags"), g.constant("pairs", both)], "pair.scores")
    pair = g.node("ArgMax", [pair], "pair", axis=-1, keepdims=0)
    for n, tag in enumerate(("upos", "xpos")):
        g.node("Gather", [g.constant(tag + ".of_pair", np.array([p[n] for p in pairs], np.int32)), pair], tag)

    values = lambda table: [helper.make_tensor_value_info(name, kind, dims) for name, (kind, *dims) in table.items()]
    graph = helper.make_graph(g.nodes, "encoder", values(INPUTS), values(OUTPUTS), list(g.constants.values()))
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)], ir_version=8)
