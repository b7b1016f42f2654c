// No two nodes of this label share an id.
CREATE CONSTRAINT sentence_id IF NOT EXISTS FOR (node:Sentence) REQUIRE node.id IS UNIQUE
