// No entity that no article knows.
MATCH (entity:Entity)
WITH entity.id AS id, EXISTS { (:Article)-[:NAMES]->(entity) } AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
