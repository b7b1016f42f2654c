// What is claimed of two together, and how often? Either may be the subject.
// In Neo4j Browser, first: :params {one: 'North Korea', other: 'Russia'}
MATCH (one:Entity)
WHERE (toLower(one.name) = toLower($one) OR any(alias IN one.aliases WHERE toLower(alias) = toLower($one)))
MATCH (other:Entity)
WHERE (toLower(other.name) = toLower($other) OR any(alias IN other.aliases WHERE toLower(alias) = toLower($other)))
MATCH (one)<-[:SUBJECT|OBJECT]-(claim:Claim)-[:SUBJECT|OBJECT]->(other)
WHERE one.id <> other.id
WITH DISTINCT claim
RETURN claim.type AS type, count(claim) AS claims
ORDER BY claims DESC, type
