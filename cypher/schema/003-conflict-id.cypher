// No two nodes of this label share an id.
CREATE CONSTRAINT conflict_id IF NOT EXISTS FOR (node:Conflict) REQUIRE node.id IS UNIQUE
