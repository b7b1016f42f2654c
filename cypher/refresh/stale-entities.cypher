// $limit: int. Some of what loads have touched and nobody has counted yet.
MATCH (entity:Entity {stale: true})
RETURN entity.id AS id
LIMIT $limit
