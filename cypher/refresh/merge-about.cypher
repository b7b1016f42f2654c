// $rows: { from, to }[]: conflict to what it is about. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Conflict {id: row.from})
MATCH (target:Proposition {id: row.to})
MERGE (origin)-[:ABOUT]->(target)
RETURN count(*) AS written
