// $rows: { from, to, key, props }[]: claim to its object, where that is an entity. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Claim {id: row.from})
MATCH (target:Entity {id: row.to})
MERGE (origin)-[link:OBJECT]->(target)
SET link += row.props
RETURN count(*) AS written
