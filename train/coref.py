"""Trains the two scorers of antecedents (pronouns, nouns) on pairs from `coref-pairs.ts` and writes `models/coref.json`.

  python train/coref.py PAIRS [PAIRS ...] --out models/coref.json      each PAIRS has PAIRS.f32 and PAIRS.json
Needs numpy 2.4.6 and lightgbm 4.7.0. Same pairs, same trees: seed and thread count are fixed. Prints the area under the curve by five-fold
cross-validation over documents.
"""
import argparse
import json

import lightgbm
import numpy

MODELS = ("pronoun", "noun")
# What a model is not told: counts over a document say nothing of pronouns, since most of their texts are snippets.
HIDDEN = {
    "pronoun": ("described", "anaphor.behind", "antecedent.behind", "sharedBehind", "newBehind", "possessor", "lemmas", "antecedent.lemmas"),
    "noun": (),
}
SETTINGS = {
    "pronoun": dict(least=0.05, num_leaves=15, learning_rate=0.08, min_data_in_leaf=20, trees=100),
    "noun": dict(least=0.3, num_leaves=15, learning_rate=0.1, min_data_in_leaf=30, trees=120),
}


def load(names):
    parts, shape, documents = [], None, 0
    for name in names:
        shape = json.load(open(name + ".json"))
        rows = numpy.fromfile(name + ".f32", dtype=numpy.float32).reshape(-1, shape["columns"])
        rows[:, 1] += documents
        documents += len(shape["documents"])
        parts.append(rows)
    return numpy.concatenate(parts), shape["features"]


def train(rows, settings, rank=False):
    settings = dict(settings)
    trees = settings.pop("trees")
    del settings["least"]
    if rank:
        key = rows[:, 1].astype(numpy.int64) * 10_000_000 + rows[:, 2].astype(numpy.int64)
        rows = rows[numpy.argsort(key, kind="stable")]
        groups = numpy.unique(key, return_counts=True)[1]
    data = lightgbm.Dataset(rows[:, 4:], rows[:, 3], group=groups if rank else None, free_raw_data=False)
    objective = dict(objective="lambdarank", lambdarank_truncation_level=5) if rank else dict(objective="binary")
    return lightgbm.train(
        dict(lambda_l2=1.0, feature_fraction=0.7, bagging_fraction=0.8, bagging_freq=1, seed=7, deterministic=True,
             force_row_wise=True, num_threads=1, verbose=-1, **objective, **settings), data, trees)


def flat(tree):
    """A tree as parallel lists: feature (-1 for a leaf), threshold or value, right child; the left child is the next node."""
    feature, value, right = [], [], []

    def visit(node):
        at = len(feature)
        for column in (feature, value, right):
            column.append(0)
        if "split_feature" in node:
            feature[at], value[at] = node["split_feature"], round(node["threshold"], 4)
            visit(node["left_child"])
            right[at] = visit(node["right_child"])
        else:
            feature[at], value[at] = -1, round(node["leaf_value"], 5)
        return at

    visit(tree)
    return {"feature": feature, "value": value, "right": right}


def auc(label, score):
    order = numpy.argsort(score, kind="stable")
    rank = numpy.empty(len(order))
    rank[order] = numpy.arange(1, len(order) + 1)
    positive = label > 0
    n = positive.sum()
    return (rank[positive].sum() - n * (n + 1) / 2) / (n * (len(label) - n))


def written(result):
    """JSON with a tree a line."""
    row = lambda value: json.dumps(value, separators=(",", ":"))
    forest = lambda trees: "[\n" + ",\n".join("   " + row(tree) for tree in trees) + "\n  ]"
    models = [f'  "{name}": {{' + ", ".join(f'"{key}": ' + (forest(value) if isinstance(value, list) else row(value)) for key, value in model.items()) + "}"
              for name, model in result["models"].items()]
    return '{"features": ' + json.dumps(result["features"]) + ',\n "models": {\n' + ",\n".join(models) + "\n }}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--hold", type=int, help="leave out every fifth document, from this one on")
    parser.add_argument("--check", action="store_true", help="cross-validate first")
    options = parser.parse_args()
    rows, features = load(options.pairs)
    result = {"features": features, "models": {}}
    for number, name in enumerate(MODELS):
        own = rows[rows[:, 0] == number]
        for feature in HIDDEN[name]:
            own[:, 4 + features.index(feature)] = 0
        if options.hold is not None:
            own = own[own[:, 1] % 5 != options.hold]
        if options.check:
            score = numpy.zeros(len(own))
            for fold in range(5):
                held = own[:, 1] % 5 == fold
                score[held] = train(own[~held], SETTINGS[name]).predict(own[held][:, 4:])
            print(name, len(own), "pairs,", int(own[:, 3].sum()), "true; area under the curve", round(float(auc(own[:, 3], score)), 4))
        model = train(own, SETTINGS[name])
        result["models"][name] = {"least": SETTINGS[name]["least"], "trees": [flat(t["tree_structure"]) for t in model.dump_model()["tree_info"]]}
        if name == "pronoun":
            ranker = train(own, SETTINGS[name], rank=True)
            result["models"][name]["rank"] = [flat(t["tree_structure"]) for t in ranker.dump_model()["tree_info"]]
        gain = model.feature_importance("gain")
        print(name, "uses most:", ", ".join(features[i] for i in numpy.argsort(-gain)[:15]))
    with open(options.out, "w") as file:
        file.write(written(result))


main()
