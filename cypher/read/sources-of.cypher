// Through whom do we know of somebody? Outlets and speakers by the number of their claims.
// In Neo4j Browser, first: :param name => 'North Korea'
MATCH (entity:Entity)
WHERE (toLower(entity.name) = toLower($name) OR any(alias IN entity.aliases WHERE toLower(alias) = toLower($name)))
MATCH (entity)<-[:SUBJECT|OBJECT|ROLE]-(claim:Claim)
WITH DISTINCT claim
MATCH (claim)-[said:ATTRIBUTED_TO]->()
RETURN said.name AS source, said.class AS class, said.kind AS kind, count(DISTINCT claim) AS claims
ORDER BY claims DESC, source, kind
