// $rows: { from, to, key, props }[]: article to its outlet, with the outlet's name and kind as given there. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Article {id: row.from})
MATCH (target:Source {id: row.to})
MERGE (origin)-[link:PUBLISHED_BY]->(target)
SET link += row.props
RETURN count(*) AS written
