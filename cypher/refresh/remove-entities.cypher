// $ids: what no article knows any more.
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
DETACH DELETE entity
