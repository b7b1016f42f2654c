// What is compared together.
CREATE INDEX proposition_topic IF NOT EXISTS FOR (node:Proposition) ON (node.topic)
