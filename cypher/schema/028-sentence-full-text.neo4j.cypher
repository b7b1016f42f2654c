// Search in what was written.
CREATE FULLTEXT INDEX sentence_texts IF NOT EXISTS FOR (node:Sentence) ON EACH [node.text]
