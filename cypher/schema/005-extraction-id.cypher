// No two nodes of this label share an id.
CREATE CONSTRAINT extraction_id IF NOT EXISTS FOR (node:Extraction) REQUIRE node.id IS UNIQUE
