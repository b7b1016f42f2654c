// Who printed it and what read it.
MATCH (article:Article)
WITH article.id AS id, COUNT { (article)-[:PUBLISHED_BY]->(:Source) } = 1 AND COUNT { (article)-[:READ_BY]->(:Extraction) } = 1 AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
