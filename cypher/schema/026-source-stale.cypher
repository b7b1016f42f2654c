// What a load touched and has not counted yet.
CREATE INDEX source_stale IF NOT EXISTS FOR (node:Source) ON (node.stale)
