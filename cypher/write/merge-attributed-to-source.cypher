// $rows: { from, to, key, props }[]: claim to its outlet, and to speakers whom the outlet does not name. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Claim {id: row.from})
MATCH (target:Source {id: row.to})
MERGE (origin)-[link:ATTRIBUTED_TO {order: row.key.order}]->(target)
SET link += row.props
RETURN count(*) AS written
