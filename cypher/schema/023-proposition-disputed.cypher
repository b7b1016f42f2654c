// What somebody contradicts.
CREATE INDEX proposition_disputed IF NOT EXISTS FOR (node:Proposition) ON (node.disputed)
