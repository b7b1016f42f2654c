// Every article with the day it was printed and its rarest words.
MATCH (article:Article)
RETURN article.id AS id, article.publishedAt AS publishedAt, article.rareWords AS words
