// $claims: ids. What claims speak of: a row a claim and side, with the name that its article gives the entity.
UNWIND $claims AS id
MATCH (claim:Claim {id: id})-[side:SUBJECT|OBJECT]->(entity:Entity)
RETURN claim.id AS claim, type(side) AS side, entity.id AS entity, side.name AS name
