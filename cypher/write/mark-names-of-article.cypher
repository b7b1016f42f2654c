// $ids: articles about to be replaced or removed. What they name is counted anew afterwards.
UNWIND $ids AS id
MATCH (:Article {id: id})-[:NAMES]->(entity:Entity)
SET entity.stale = true
RETURN count(*) AS marked
