// Which contradictions have to do with somebody or something?
// In Neo4j Browser, first: :param name => 'North Korea'
MATCH (entity:Entity)
WHERE (toLower(entity.name) = toLower($name) OR any(alias IN entity.aliases WHERE toLower(alias) = toLower($name)))
MATCH (entity)<-[:SUBJECT|OBJECT|ROLE]-(claim:Claim)<-[:INVOLVES]-(conflict:Conflict)
RETURN DISTINCT conflict.id AS id
ORDER BY id
