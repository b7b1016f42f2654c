// No sentence without its article, none in two.
MATCH (sentence:Sentence)
WITH sentence.id AS id, COUNT { (:Article)-[:HAS_SENTENCE]->(sentence) } = 1 AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
