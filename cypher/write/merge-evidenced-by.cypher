// $rows: { from, to, key, props }[]: claim to the passages that state it. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Claim {id: row.from})
MATCH (target:Sentence {id: row.to})
MERGE (origin)-[link:EVIDENCED_BY {start: row.key.start, end: row.key.end, role: row.key.role}]->(target)
SET link += row.props
RETURN count(*) AS written
