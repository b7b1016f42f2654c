// The projection can be followed back.
MATCH (:Entity)-[edge]->(:Entity)
WHERE edge.proposition IS NOT NULL
CALL (edge) {
  MATCH (proposition:Proposition {id: edge.proposition})
  RETURN count(proposition) AS backed
}
RETURN count(*) AS checked, collect(CASE WHEN backed = 1 THEN null ELSE edge.id END) AS broken
