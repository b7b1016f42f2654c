// $rows: { from, to, key, props }[]: claim to what it states. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Claim {id: row.from})
MATCH (target:Proposition {id: row.to})
MERGE (origin)-[link:STATES]->(target)
SET link += row.props
RETURN count(*) AS written
