// Contradictions that were found between articles of one story, with these.
MATCH (conflict:Conflict)
WHERE conflict.articles IS NOT NULL
RETURN conflict.id AS id, conflict.articles AS articles
