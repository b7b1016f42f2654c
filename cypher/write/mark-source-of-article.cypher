// $ids: articles about to be replaced or removed.
UNWIND $ids AS id
MATCH (:Article {id: id})-[:PUBLISHED_BY]->(source:Source)
SET source.stale = true
RETURN count(*) AS marked
