// $rows: { from, to, key, props }[]: sentence to the one after it. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Sentence {id: row.from})
MATCH (target:Sentence {id: row.to})
MERGE (origin)-[link:NEXT]->(target)
SET link += row.props
RETURN count(*) AS written
