// It takes two to disagree.
MATCH (conflict:Conflict)
WITH conflict.id AS id, COUNT { (conflict)-[:INVOLVES]->(:Claim) } > 1 AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
