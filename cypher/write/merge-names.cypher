// $rows: { from, to, key, props }[]: article to every entity it mentions, with the names it uses and how often. Returns how many were written.
UNWIND $rows AS row
MATCH (origin:Article {id: row.from})
MATCH (target:Entity {id: row.to})
MERGE (origin)-[link:NAMES]->(target)
SET link += row.props
RETURN count(*) AS written
