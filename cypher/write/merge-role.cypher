// $rows: { from, to, key, props }[]: claim to the entities in its other roles. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Claim {id: row.from})
MATCH (target:Entity {id: row.to})
MERGE (origin)-[link:ROLE {role: row.key.role}]->(target)
SET link += row.props
RETURN count(*) AS written
