// $claims: ids. Who says it, the nearest speaker of each claim.
UNWIND $claims AS id
MATCH (claim:Claim {id: id})-[said:ATTRIBUTED_TO {order: 0}]->(speaker)
RETURN claim.id AS claim, speaker.id AS speaker, said.name AS name, said.class AS class
