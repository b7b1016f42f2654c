// substring counts code points, as startCp and endCp do.
MATCH (article:Article)-[:HAS_SENTENCE]->(:Sentence)<-[evidence:EVIDENCED_BY]-(claim:Claim)
WITH claim.id AS id, substring(article.text, evidence.startCp, evidence.endCp - evidence.startCp) = evidence.quote AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
