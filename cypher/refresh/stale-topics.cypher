// $limit: int. Some of what loads have touched and nobody has compared yet.
MATCH (proposition:Proposition {stale: true})
RETURN DISTINCT proposition.topic AS topic
LIMIT $limit
