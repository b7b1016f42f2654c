// Which article has this id, key, address or path, and names this entity?
// In Neo4j Browser, first: :params { name: 'wire-1', entity: 'person:kim-jong-un' }
MATCH (article:Article)-[:NAMES]->(:Entity {id: $entity})
WHERE article.id = $name OR article.key = $name OR article.url = $name OR article.path = $name
RETURN article.id AS article, article.key AS key
ORDER BY article
LIMIT 1
