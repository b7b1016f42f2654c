// Every article with the entities that it names: a row a name.
MATCH (article:Article)-[:NAMES]->(entity:Entity)
RETURN article.id AS id, entity.id AS entity
