// Articles of a day.
CREATE INDEX article_publishedAt IF NOT EXISTS FOR (node:Article) ON (node.publishedAt)
