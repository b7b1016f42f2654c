// $ids: articles. A claim belongs to the article whose sentences are its evidence.
UNWIND $ids AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(:Sentence)<-[:EVIDENCED_BY]-(claim:Claim)
WITH DISTINCT claim
DETACH DELETE claim
