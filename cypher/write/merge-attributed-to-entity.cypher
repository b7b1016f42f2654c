// $rows: { from, to, key, props }[]: claim to its speakers, nearest first. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Claim {id: row.from})
MATCH (target:Entity {id: row.to})
MERGE (origin)-[link:ATTRIBUTED_TO {order: row.key.order}]->(target)
SET link += row.props
RETURN count(*) AS written
