// Articles that loads have brought and nobody has compared with others of their story yet.
MATCH (article:Article {stale: true})
RETURN article.id AS id
