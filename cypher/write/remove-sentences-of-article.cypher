// $ids: articles.
UNWIND $ids AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(sentence:Sentence)
DETACH DELETE sentence
