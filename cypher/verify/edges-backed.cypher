// The projection can be followed back.
MATCH (:Entity)-[edge]->(:Entity)
WHERE edge.proposition IS NOT NULL
OPTIONAL MATCH (proposition:Proposition {id: edge.proposition})
WITH edge.id AS id, proposition IS NOT NULL AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
