// $rows: { from, to, props }[]: conflict to its claims, with the value each one gives. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Conflict {id: row.from})
MATCH (target:Claim {id: row.to})
MERGE (origin)-[link:INVOLVES]->(target)
SET link += row.props
RETURN count(*) AS written
