// Nothing new in Neo4j, whose constraint brings its index; the embedded graph looks ids up with this one.
CREATE INDEX sentence_id_index IF NOT EXISTS FOR (node:Sentence) ON (node.id)
