// $rows: { from, to, props }[] of one type; RELATION_TYPE stands for it. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Entity {id: row.from})
MATCH (target:Entity {id: row.to})
MERGE (origin)-[edge:RELATION_TYPE]->(target)
SET edge = row.props
RETURN count(*) AS written
