// $limit: int. Some of what loads have touched and nobody has counted yet.
MATCH (source:Source {stale: true})
RETURN source.id AS id
LIMIT $limit
