// At least one passage that states the whole claim.
MATCH (claim:Claim)
WITH claim.id AS id, EXISTS { (claim)-[:EVIDENCED_BY {role: 'whole'}]->(:Sentence) } AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
