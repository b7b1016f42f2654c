// No two nodes of this label share an id.
CREATE CONSTRAINT proposition_id IF NOT EXISTS FOR (node:Proposition) REQUIRE node.id IS UNIQUE
