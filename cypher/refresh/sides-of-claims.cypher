// $ids: claims. The entities on their sides, by the names their articles use.
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
MATCH (claim)-[side:SUBJECT|OBJECT]->(entity:Entity)
RETURN id, type(side) AS side, entity.id AS entity, side.name AS name
