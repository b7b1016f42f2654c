// $ids: string[]. Takes them, so that a load that touches them meanwhile waits and marks them again.
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
SET entity.stale = true
RETURN count(*) AS locked
