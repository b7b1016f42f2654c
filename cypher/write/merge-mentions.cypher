// $rows: { from, to, key, props }[]: sentence to the entities it mentions, one for each mention. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Sentence {id: row.from})
MATCH (target:Entity {id: row.to})
MERGE (origin)-[link:MENTIONS {id: row.key.id}]->(target)
SET link += row.props
RETURN count(*) AS written
