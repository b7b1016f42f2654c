// What articles say of a thing under other words or another name ("a new museum"): of what two claims say that it was begun, opened or signed, and state the same
// proposition by it, is one thing, whatever either article calls it.
// In Neo4j Browser, first: :param name => 'Memorial Museum of Combat Glory'
MATCH (entity:Entity)
WHERE (toLower(entity.name) = toLower($name) OR any(alias IN entity.aliases WHERE toLower(alias) = toLower($name)))
MATCH (entity)<-[:SUBJECT]-(:Claim {type: 'REACHED_STAGE'})-[:STATES]->(:Proposition)<-[:STATES]-(:Claim)-[:SUBJECT]->(same:Entity)
MATCH (same)<-[:SUBJECT|OBJECT|ROLE]-(claim:Claim)
WITH DISTINCT claim
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(sentence:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[:PUBLISHED_BY]->(source:Source)
MATCH (claim)-[said:ATTRIBUTED_TO]->()
RETURN claim.id AS id, claim.type AS type, claim.name AS claim, claim.predicate AS predicate, claim.polarity AS polarity, claim.factuality AS factuality,
  claim.confidence AS confidence, claim.rule AS rule, claim.qText AS amount, claim.tText AS time, claim.tFrom AS from, claim.tTo AS to,
  evidence.quote AS quote, evidence.start AS start, evidence.end AS end, sentence.text AS sentence, article.id AS article, article.key AS key,
  article.name AS title, article.publishedAt AS published, article.url AS url, source.name AS source,
  collect({order: said.order, kind: said.kind, class: said.class, name: said.name, cue: said.cue}) AS speakers
ORDER BY type, from, published, id, start
