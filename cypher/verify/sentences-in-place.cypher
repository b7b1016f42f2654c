// substring counts code points, as startCp and endCp do.
MATCH (article:Article)-[:HAS_SENTENCE]->(sentence:Sentence)
WITH sentence.id AS id, substring(article.text, sentence.startCp, sentence.endCp - sentence.startCp) = sentence.text AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
