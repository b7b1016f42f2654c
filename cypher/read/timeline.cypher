// What happened around somebody, in the order it happened? Claims with a known time.
// In Neo4j Browser, first: :param name => 'North Korea'
MATCH (entity:Entity)
WHERE (toLower(entity.name) = toLower($name) OR any(alias IN entity.aliases WHERE toLower(alias) = toLower($name)))
MATCH (entity)<-[:SUBJECT|OBJECT|ROLE]-(claim:Claim)
WHERE claim.tFrom IS NOT NULL
WITH DISTINCT claim
MATCH (claim)-[said:ATTRIBUTED_TO {order: 0}]->()
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(:Sentence)<-[:HAS_SENTENCE]-(article:Article)
RETURN claim.tFrom AS from, claim.tTo AS to, claim.tText AS asWritten, claim.type AS type, claim.name AS claim, claim.factuality AS factuality,
  claim.polarity AS polarity, said.name AS says, article.name AS article
ORDER BY from, to, claim, article
