// What a load touched and has not compared yet.
CREATE INDEX proposition_stale IF NOT EXISTS FOR (node:Proposition) ON (node.stale)
