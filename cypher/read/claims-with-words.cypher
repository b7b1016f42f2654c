// Which claims have these words in them, whether a name or not? With passage, speakers and outlet, by type, then by time.
// In Neo4j Browser, first: :param words => 'the board'
MATCH (claim:Claim)
WHERE toLower(claim.name) CONTAINS toLower($words) OR toLower(claim.subjectText) CONTAINS toLower($words) OR toLower(claim.objectText) CONTAINS toLower($words)
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(sentence:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[:PUBLISHED_BY]->(source:Source)
MATCH (claim)-[said:ATTRIBUTED_TO]->()
RETURN claim.id AS id, claim.type AS type, claim.name AS claim, claim.predicate AS predicate, claim.polarity AS polarity, claim.factuality AS factuality,
  claim.confidence AS confidence, claim.rule AS rule, claim.qText AS amount, claim.tText AS time, claim.tFrom AS from, claim.tTo AS to,
  evidence.quote AS quote, evidence.start AS start, evidence.end AS end, sentence.text AS sentence, article.id AS article, article.key AS key,
  article.name AS title, article.publishedAt AS published, article.url AS url, source.name AS source,
  collect({order: said.order, kind: said.kind, class: said.class, name: said.name, cue: said.cue}) AS speakers
ORDER BY type, from, published, id, start
