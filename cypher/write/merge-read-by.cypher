// $rows: { from, to, key, props }[]: article to what read it. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Article {id: row.from})
MATCH (target:Extraction {id: row.to})
MERGE (origin)-[link:READ_BY]->(target)
SET link += row.props
RETURN count(*) AS written
