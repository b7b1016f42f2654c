// Which sentences say that one did something with another, who says it, and who printed it? Denials and plans are listed too.
// In Neo4j Browser, first: :params {subject: 'North Korea', type: 'DEPLOYED_TO', object: 'Russia'}
MATCH (subject:Entity)
WHERE (toLower(subject.name) = toLower($subject) OR any(alias IN subject.aliases WHERE toLower(alias) = toLower($subject)))
MATCH (object:Entity)
WHERE (toLower(object.name) = toLower($object) OR any(alias IN object.aliases WHERE toLower(alias) = toLower($object)))
MATCH (subject)<-[:SUBJECT|OBJECT]-(claim:Claim {type: $type})-[:SUBJECT|OBJECT]->(object)
WHERE subject.id <> object.id
WITH DISTINCT claim
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(sentence:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[:PUBLISHED_BY]->(source:Source)
MATCH (claim)-[said:ATTRIBUTED_TO]->()
RETURN claim.id AS id, claim.type AS type, claim.name AS claim, claim.predicate AS predicate, claim.polarity AS polarity, claim.factuality AS factuality,
  claim.confidence AS confidence, claim.rule AS rule, claim.qText AS amount, claim.tText AS time, claim.tFrom AS from, claim.tTo AS to,
  evidence.quote AS quote, evidence.start AS start, evidence.end AS end, sentence.text AS sentence, article.id AS article, article.key AS key,
  article.name AS title, article.publishedAt AS published, article.url AS url, source.name AS source,
  collect({order: said.order, kind: said.kind, class: said.class, name: said.name, cue: said.cue}) AS speakers
ORDER BY published, key, start, id
