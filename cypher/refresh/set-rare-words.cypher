// $rows: articles by id with their rarest words, by stem, by which others of their story are looked up.
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
SET article.rareWords = row.words
RETURN count(*) AS written
