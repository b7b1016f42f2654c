// $ids: articles. Those that are there, with their revision and what read them.
UNWIND $ids AS id
MATCH (article:Article {id: id})
MATCH (article)-[:READ_BY]->(extraction:Extraction)
RETURN id, article.revision AS revision, extraction.id AS extraction
