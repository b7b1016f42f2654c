// $rows: { from, to, key, props }[]: claim to who or what it is about. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Claim {id: row.from})
MATCH (target:Entity {id: row.to})
MERGE (origin)-[link:SUBJECT]->(target)
SET link += row.props
RETURN count(*) AS written
