// What does one article claim? With passage, speakers and outlet, in the order of its text.
// In Neo4j Browser, first: :param id => 'article:0123456789abcdef'
MATCH (article:Article {id: $id})-[:PUBLISHED_BY]->(source:Source)
MATCH (article)-[:HAS_SENTENCE]->(sentence:Sentence)<-[evidence:EVIDENCED_BY {role: 'whole'}]-(claim:Claim)
MATCH (claim)-[said:ATTRIBUTED_TO]->()
RETURN claim.id AS id, claim.type AS type, claim.name AS claim, claim.predicate AS predicate, claim.polarity AS polarity, claim.factuality AS factuality,
  claim.confidence AS confidence, claim.rule AS rule, claim.qText AS amount, claim.tText AS time, claim.tFrom AS from, claim.tTo AS to,
  evidence.quote AS quote, evidence.start AS start, evidence.end AS end, sentence.text AS sentence, article.id AS article, article.key AS key,
  article.name AS title, article.publishedAt AS published, article.url AS url, source.name AS source,
  collect({order: said.order, kind: said.kind, class: said.class, name: said.name, cue: said.cue}) AS speakers
ORDER BY start, type, id
