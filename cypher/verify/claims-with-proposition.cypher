// What it states, once.
MATCH (claim:Claim)
WITH claim.id AS id, COUNT { (claim)-[:STATES]->(:Proposition) } = 1 AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
