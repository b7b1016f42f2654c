// $rows: { from, to, key, props }[]: article to its sentences. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Article {id: row.from})
MATCH (target:Sentence {id: row.to})
MERGE (origin)-[link:HAS_SENTENCE]->(target)
SET link += row.props
RETURN count(*) AS written
