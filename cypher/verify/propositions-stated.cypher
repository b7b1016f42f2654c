// No proposition without a claim, and its number is right.
MATCH (proposition:Proposition)
WITH proposition.id AS id, COUNT { (:Claim)-[:STATES]->(proposition) } = proposition.claimCount AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
