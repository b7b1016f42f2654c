// $limit: int. The contradictions to look at first: plain ones before developments and refinements, those with most sides first.
// In Neo4j Browser, first: :param limit => 10
MATCH (conflict:Conflict)-[:INVOLVES]->(claim:Claim)
WITH conflict, count(DISTINCT claim) AS sides,
  CASE conflict.verdict WHEN 'conflicts' THEN 0 WHEN 'changed over time' THEN 1 ELSE 2 END AS rank,
  CASE conflict.kind WHEN 'quantity' THEN 0 WHEN 'date' THEN 1 WHEN 'polarity' THEN 2 WHEN 'object' THEN 3 ELSE 4 END AS kind
ORDER BY rank, sides DESC, kind, conflict.id
LIMIT $limit
RETURN conflict.id AS id, conflict.name AS name, conflict.kind AS kind, conflict.verdict AS verdict, conflict.reason AS reason, sides
