"""Export: ONNX with int8 weights, the check against the trained network, and the files of models/.

- Weights of matrix products are quantised to 7 bits (`reduce_range`) per output column: sums of two products then never overflow the
  16-bit accumulators of processors without VNNI instructions, and every processor computes the same integers.
- What goes into these products is quantised with fixed scales, measured on training sentences after channels with large values were divided. With scales found at run time (dynamic
  quantisation) the answer for a sentence depends on the rest of its batch: that changed a tag, head, label or name in a third of the sentences.
- Word embeddings are quantised to 8 bits per row and unpacked after the look-up.
- Products of two computed matrices (attention, arc and label scores) stay in float.
- The graph is then written anew, for speed (lean.py)."""
from __future__ import annotations

import copy
import json
import os
import random
import tempfile
from collections import Counter

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

from card import write_card, write_notice
from encoding import CLS, KNOWN, KNOWN_COUNT, MASK, PAD, SEP, SHAPE_COUNT, SHAPES, UNK, Labels, Noise, WordPieces, collate, encode, noisy
from corpora import Sentence
from decoding import best_names, best_tree, repaired_relation
from lean import lean, lean_inputs
from network import Network
from scores import brief, score_all

INPUTS = ["ids", "shapes", "mask", "first", "wordMask"]
OUTPUTS = ["upos", "xpos", "ner", "arcs", "rel", "vectors"]
AXES = {"ids": {0: "B", 1: "T"}, "shapes": {0: "B", 1: "T"}, "mask": {0: "B", 1: "T"}, "first": {0: "B", 1: "W1"}, "wordMask": {0: "B", 1: "W1"},
        "upos": {0: "B", 1: "W"}, "xpos": {0: "B", 1: "W"}, "ner": {0: "B", 1: "W"}, "arcs": {0: "B", 1: "W", 2: "W1"}, "rel": {0: "B", 1: "W"},
        "vectors": {0: "B", 1: "W1"}}
TOLERANCE = 0.3         # points that the exported model may lose on any measure of the check
CHECKED = {"ewt": ("UPOS", "XPOS", "UAS", "LAS", "names"), "gum": ("UPOS", "XPOS", "UAS", "LAS")}

# Invented sentences for a quick check of an installed model: what the exported model says of them is kept in check.json.
CHECK_SENTENCES = [
    "Prime Minister Anna Lindqvist met officials of the World Bank in Geneva on Tuesday .",
    "The ministry said it could n't confirm that two ships had been attacked near Aden .",
    "CENTRAL BANK RAISES RATES",
    "“ We ’ll sign the agreement , ” Okafor told reporters — but he did n’t say when .",
]


class QuantisedWords(nn.Module):
    """A table of word embeddings in int8, one scale a row: [B,T] -> [B,T,H]."""

    def __init__(self, weight: torch.Tensor):
        super().__init__()
        scale = weight.abs().amax(1).clamp(min=1e-8) / 127
        self.register_buffer("table", torch.round(weight / scale[:, None]).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.table[ids].float() * self.scale[ids][..., None]


def feed(s: Sentence, labels: Labels) -> dict[str, np.ndarray]:
    return {k: v.numpy() for k, v in zip(INPUTS, collate([s], len(labels.ner)).inputs())}


def calibration_sentences(train: list[Sentence], pieces: WordPieces, labels: Labels, count: int = 400) -> list[Sentence]:
    """A fixed choice of training sentences with the usual noise in casing and quotes."""
    rng = random.Random("calibration")
    out = [noisy(s, Noise(), rng) for s in rng.sample([s for s in train if len(s.encoded[0]) <= 80], count)]
    for s in out:
        if s.encoded is None:
            encode(s, pieces, labels)
    return out


@torch.no_grad()
def smooth(net: Network, sentences: list[Sentence], labels: Labels) -> None:
    """Divides channels with large values after a layer norm, so that they do not coarsen the scale of the others; the factors go into the
    weights of the next product and into the residual branch. The network computes the same as before."""
    norms = [net.norm] + [n for layer in net.layers for n in (layer.norm1, layer.norm2)][:-1]
    products = [p for layer in net.layers for p in (layer.qkv, layer.up)]
    largest = [torch.zeros(n.weight.shape) for n in norms]

    def watch(m):
        def hook(_, __, x):
            torch.maximum(m, x.abs().amax((0, 1)), out=m)
        return hook

    hooks = [n.register_forward_hook(watch(m)) for n, m in zip(norms, largest)]
    for s in sentences:
        net(*collate([s], len(labels.ner)).inputs())
    for h in hooks:
        h.remove()
    factors = []
    for norm, product, m in zip(norms, products, largest):
        factor = (m / torch.quantile(m, 0.98)).clamp(min=1)
        norm.weight /= factor
        norm.bias /= factor
        product.weight *= factor
        factors.append(factor)
    for i, layer in enumerate(net.layers):
        layer.factors = factors[2 * i:2 * i + 2]


def activation_ranges(model: onnx.ModelProto, tensors: list[str], sentences: list[Sentence], labels: Labels) -> dict[str, tuple[float, float]]:
    """For each tensor the range whose 256 steps give the smallest squared error on the values seen in `sentences`."""
    model = copy.deepcopy(model)
    model.graph.output.extend(onnx.helper.make_tensor_value_info(t, onnx.TensorProto.FLOAT, None) for t in tensors if t not in OUTPUTS)
    run, rng = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"]), np.random.default_rng(0)
    values = {t: [] for t in tensors}
    for s in sentences:
        for t, v in zip(tensors, run.run(tensors, feed(s, labels))):
            values[t].append(v.ravel())
    out = {}
    for t, parts in values.items():
        v = np.concatenate(parts)
        low, high, v = min(v.min(), 0.0), max(v.max(), 0.0), rng.choice(v, min(len(v), 60_000), replace=False)
        best = np.inf
        for a in np.linspace(1, 0.25, 16):
            for b in np.linspace(1, 0.25, 16):
                step = (high * b - low * a) / 255
                zero = round(-low * a / step)
                error = np.square((np.clip(np.round(v / step) + zero, 0, 255) - zero) * step - v).mean()
                if error < best:
                    best, out[t] = error, (low * a, high * b)
    return out


def quantise(model: onnx.ModelProto, products: list[onnx.NodeProto], ranges: dict[str, tuple[float, float]]) -> None:
    """Replaces `products`, with the addition of a bias behind them, by products of integers (com.microsoft.MatMulIntegerToFloat). `ranges`: those of their inputs.
    Everything else, the residual branches too, goes on with the unquantised values."""
    graph = model.graph
    constants = {x.name: onnx.numpy_helper.to_array(x) for x in graph.initializer}
    maker = {out: n for n in graph.node for out in n.output}
    users = {}
    for n in graph.node:
        for name in n.input:
            users.setdefault(name, []).append(n)
    before, instead, gone = {}, {}, set()      # nodes by the name of the node that they go before, or that they replace

    def constant(name: str, value: np.ndarray) -> str:
        graph.initializer.append(onnx.numpy_helper.from_array(value, name))
        return name

    for x, (low, high) in ranges.items():
        step = np.float32((high - low) / 255)
        zero = np.uint8(round(-low / step))
        constant(x + "_scale", step), constant(x + "_zero", zero)
        n = maker[x]
        source = n.input[0] if n.op_type == "Relu" and zero == 0 else x       # numbers below zero become zero by themselves
        first = next(m for m in products if m.input[0] == x)
        before.setdefault(first.name, []).append(onnx.helper.make_node("QuantizeLinear", [source, x + "_scale", x + "_zero"], [x + "_quantised"], x + "_quantise"))
    for n in products:
        x, w = n.input
        scale = np.maximum(np.abs(constants[w]).max(0), 1e-8).astype(np.float32) / 64
        constant(w + "_quantised", np.round(constants[w] / scale).astype(np.int8)), constant(w + "_scale", scale), constant(w + "_zero", np.zeros(scale.shape, np.int8))
        inputs, out = [x + "_quantised", w + "_quantised", x + "_scale", w + "_scale", x + "_zero", w + "_zero"], n.output[0]
        after = users[out]
        bias = [b for b in after[0].input if b in constants] if len(after) == 1 and after[0].op_type == "Add" else []
        if bias:
            inputs.append(bias[0])
            out = after[0].output[0]
            gone.add(after[0].name)
        instead[n.name] = onnx.helper.make_node("MatMulIntegerToFloat", inputs, [out], n.name + "_integer", domain="com.microsoft")
    nodes = [m for n in graph.node if n.name not in gone for m in (*before.get(n.name, ()), instead.get(n.name, n))]
    while True:         # what nobody uses any more
        used = {x for n in nodes for x in n.input} | {x.name for x in graph.output}
        kept = [n for n in nodes if used & set(n.output)]
        if len(kept) == len(nodes):
            break
        nodes = kept
    constants = [x for x in graph.initializer if x.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(constants)
    if not any(o.domain == "com.microsoft" for o in model.opset_import):
        model.opset_import.append(onnx.helper.make_opsetid("com.microsoft", 1))


def tag_pairs(train: list[Sentence], labels: Labels, least: int = 5) -> list[tuple[int, int]]:
    """Which UPOS and XPOS (ids) stand together in the training trees, at least `least` times, in order."""
    seen = Counter(pair for s in train if s.upos and s.xpos for pair in zip(s.upos, s.xpos))
    return sorted((labels.upos.index(u), labels.xpos.index(x)) for (u, x), n in seen.items() if n >= least)


def to_onnx(network: Network, path: str, sentences: list[Sentence], labels: Labels, pairs: list[tuple[int, int]]) -> None:
    """Writes the int8 model to `path`; `sentences` are for calibration, `pairs` the tags that go together."""
    net = copy.deepcopy(network).eval()
    smooth(net, sentences, labels)
    table = QuantisedWords(net.words.weight.detach())
    net.embed, net.words, net.table = table.forward, nn.Identity(), table
    marks = torch.arange(SHAPE_COUNT * KNOWN_COUNT)
    net.marks = nn.Parameter(net.embed_shapes(marks).detach())
    net.embed_shapes = lambda shapes: net.marks[shapes]
    example = collate([s for s in sentences if 8 <= len(s.words) <= 12][:8], len(labels.ner)).inputs()
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = os.path.join(folder, "plain.onnx"), os.path.join(folder, "ready.onnx")
        torch.onnx.export(net, example, plain, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=AXES, opset_version=17, dynamo=False,
                          do_constant_folding=True)
        quant_pre_process(plain, ready, skip_symbolic_shape=True)
        model = onnx.load(ready)
    constants = {x.name for x in model.graph.initializer}
    products = [n for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in constants]
    quantise(model, products, activation_ranges(model, sorted({n.input[0] for n in products}), sentences, labels))
    model = lean(model, pairs, network.size.all_pieces)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def largest_weight(path: str) -> int:
    """The largest quantised weight of the products. Two products with inputs up to 255 fit into 16 bits up to 64: 2 * 64 * 255 < 32768."""
    tables = [onnx.numpy_helper.to_array(x) for x in onnx.load(path).graph.initializer if x.data_type == onnx.TensorProto.INT8 and x.name.endswith(".weight")]
    return max(int(np.abs(t.astype(int)).max()) for t in tables if t.size > 1)


def session(path: str):
    """-> a function like Network.forward, without the vectors, that runs the exported model on one thread."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return lambda *inputs: model.run(None, lean_inputs(*inputs))


def write_labels(folder: str, labels: Labels, version: str) -> None:
    """labels.json: label lists (index = id), special sub-words, word shapes, and how to read the outputs."""
    content = {
        "version": version,
        "upos": labels.upos, "xpos": labels.xpos, "rel": labels.rel, "ner": labels.ner,
        "special": {"cls": CLS, "sep": SEP, "unk": UNK, "pad": PAD, "mask": MASK},
        "normalisation": "uncased BERT: NFD without combining marks, lower case, control characters dropped, punctuation and CJK characters apart; WordPiece with ##",
        "shapes": SHAPES, "known": KNOWN,
        "inputs": {"ids": "int32 [T,B]: cls, sub-words of the words, sep; pad", "shapes": "int32 [T,B]", "places": "int32 [T]: 0 to T-1",
                   "first": "int32 [W+1,B]: row (place x B + sentence) of each word's first sub-word; slot 0 = cls = root; padding: the sentence",
                   "hiddenPieces": "float32 [B,1,1,T]: 0, or -64 for padding", "hiddenWords": "float32 [B,1,1,W+1]: 0, or -64 for padding",
                   "hiddenArcs": "float32 [B,W,W+1]: 0, or -1e9 for a word's own place and padding"},
        "outputs": {"upos": "int32 [B,W]", "xpos": "int32 [B,W]", "ner": "float32 [B,W,L] logits, decode with legal BIO transitions",
                    "arcs": "float32 [B,W,W+1] dependent x head, 0 = root; own position and padding are -1e9",
                    "rel": "int32 [B,W]: label for the best single head; after tree repair a word under the root is root, another one labelled root is parataxis, an AUX aux (under a VERB) or cop"},
        "maxPieces": 512,
    }
    with open(os.path.join(folder, "labels.json"), "w", encoding="utf-8") as f:
        json.dump(content, f, ensure_ascii=False, indent=1)
        f.write("\n")


def write_check(folder: str, forward, labels: Labels, pieces: WordPieces) -> None:
    """check.json: what the exported model says of CHECK_SENTENCES, for a test that an installed model loads and reads as it should."""
    out = []
    for n, text in enumerate(CHECK_SENTENCES):
        s = Sentence(str(n), "check", "check", text.split())
        encode(s, pieces, labels)
        upos, xpos, ner, arcs, rel = forward(*collate([s], len(labels.ner)).inputs())
        heads, tags = best_tree(arcs[0]), [labels.upos[k] for k in upos[0]]
        out.append({"words": s.words, "ids": s.encoded[0], "shapes": s.encoded[1], "first": s.encoded[2], "upos": tags, "xpos": [labels.xpos[k] for k in xpos[0]],
                    "heads": heads, "rels": [repaired_relation(labels.rel[k], h, tag, tags[h - 1]) for k, h, tag in zip(rel[0], heads, tags)],
                    "names": best_names(ner[0], labels.ner)})
    with open(os.path.join(folder, "check.json"), "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(x, ensure_ascii=False) for x in out) + "\n]\n")


def write_encoder(network: Network, labels: Labels, pieces: WordPieces, data, folder: str, version: str) -> str:
    """model.onnx, labels.json, vocab.txt, known.tsv and check.json in `folder`; every file appears at once or not at all. -> path of the model."""
    os.makedirs(folder, exist_ok=True)
    sentences = calibration_sentences(data.train, pieces, labels)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as new:
        to_onnx(network, os.path.join(new, "model.onnx"), sentences, labels, tag_pairs(data.train, labels))
        write_labels(new, labels, version)
        with open(os.path.join(new, "known.tsv"), "w", encoding="utf-8") as f:
            f.writelines(f"{kinds}\t{key}\n" for key, kinds in sorted(pieces.known.table.items()))
        with open(os.path.join(new, "vocab.txt"), "w", encoding="utf-8") as f:
            f.write("\n".join(pieces.vocabulary()) + "\n")
        write_check(new, session(os.path.join(new, "model.onnx")), labels, pieces)
        for name in ("vocab.txt", "known.tsv", "labels.json", "check.json", "model.onnx"):
            os.replace(os.path.join(new, name), os.path.join(folder, name))
    return os.path.join(folder, "model.onnx")


def release(network: Network, data, labels: Labels, pieces: WordPieces, a, log) -> None:
    """Exports, checks, and writes card and credits. Ends with status 1 if the exported model lost too much."""
    folder = os.path.join(a.out, "encoder")
    path = write_encoder(network, labels, pieces, data, folder, a.date)
    log(f"exported {os.path.getsize(path) / 1e6:.1f} MB")
    largest = largest_weight(path)
    if largest > 64:
        raise SystemExit(f"quantised weights up to {largest} may overflow on processors without VNNI")
    trained = score_all(network, data.dev, labels)
    log(f"trained:  {brief(trained)}")
    exported = score_all(session(path), data.dev, labels)
    log(f"exported: {brief(exported)}")
    lost = {f"{k} {m}": round(trained[k][m] - exported[k][m], 2) for k, ms in CHECKED.items() for m in ms if m in trained[k]}
    log(f"points lost by quantisation: {lost}")
    write_card(folder, data, labels, trained, exported, os.path.getsize(path), a)
    write_notice(a.out, data)
    if max(lost.values()) > TOLERANCE:
        raise SystemExit(f"the exported model lost more than {TOLERANCE} points")
