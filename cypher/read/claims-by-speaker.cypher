// What does one speaker say, as the nearest one in the chain?
// In Neo4j Browser, first: :param name => 'KCNA'
MATCH (entity:Entity)
WHERE (toLower(entity.name) = toLower($name) OR any(alias IN entity.aliases WHERE toLower(alias) = toLower($name)))
MATCH (entity)<-[:ATTRIBUTED_TO {order: 0}]-(claim:Claim)
WITH DISTINCT claim
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(sentence:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[:PUBLISHED_BY]->(source:Source)
MATCH (claim)-[said:ATTRIBUTED_TO]->()
RETURN claim.id AS id, claim.type AS type, claim.name AS claim, claim.predicate AS predicate, claim.polarity AS polarity, claim.factuality AS factuality,
  claim.confidence AS confidence, claim.rule AS rule, claim.qText AS amount, claim.tText AS time, claim.tFrom AS from, claim.tTo AS to,
  evidence.quote AS quote, evidence.start AS start, evidence.end AS end, sentence.text AS sentence, article.id AS article, article.key AS key,
  article.name AS title, article.publishedAt AS published, article.url AS url, source.name AS source,
  collect({order: said.order, kind: said.kind, class: said.class, name: said.name, cue: said.cue}) AS speakers
ORDER BY type, from, published, id, start
