// What a load touched and has not counted yet.
CREATE INDEX entity_stale IF NOT EXISTS FOR (node:Entity) ON (node.stale)
