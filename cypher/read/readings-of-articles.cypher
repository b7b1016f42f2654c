// $ids: string[], $judged: string[] (ids of entities). What is known of articles: the hash of their text, the version that read them, the claims struck out of
// them, the judgements on who is who that were applied, and who of $judged they name. For a build that skips what has not changed.
UNWIND $ids AS id
MATCH (article:Article {id: id})-[:READ_BY]->(extraction:Extraction)
OPTIONAL MATCH (article)-[:NAMES]->(entity:Entity)
WHERE entity.id IN $judged
RETURN id, article.textHash AS textHash, extraction.version AS version, article.struck AS struck, article.identities AS identities,
  collect(entity.id) AS named
