// The chain of speakers ends with the outlet.
MATCH (claim:Claim)
WITH claim.id AS id, EXISTS { (claim)-[:ATTRIBUTED_TO {class: 'outlet'}]->(:Source) } AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
