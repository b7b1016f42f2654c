// $ids: articles about to be replaced or removed. What they state is compared anew afterwards.
UNWIND $ids AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(:Sentence)<-[:EVIDENCED_BY]-(claim:Claim)-[:STATES]->(proposition:Proposition)
SET proposition.stale = true
RETURN count(*) AS marked
