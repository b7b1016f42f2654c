// The same text under two addresses.
CREATE INDEX article_textHash IF NOT EXISTS FOR (node:Article) ON (node.textHash)
