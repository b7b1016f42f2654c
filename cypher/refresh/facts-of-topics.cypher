// $topics: string[]. What is compared: each claim with its article, outlet, amount, time and passage. Sides and speakers come by
// `sides-of-claims` and `speakers-of-claims`: an OPTIONAL MATCH here would make the embedded graph join with every claim there is.
UNWIND $topics AS topic
MATCH (proposition:Proposition {topic: topic})
MATCH (proposition)<-[:STATES]-(claim:Claim)
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(sentence:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[printed:PUBLISHED_BY]->(source:Source)
RETURN topic, properties(claim) AS claim, proposition.id AS proposition, article.id AS article, article.publishedAt AS publishedAt,
  source.id AS source, printed.name AS sourceName, evidence.start AS start, evidence.quote AS quote, sentence.text AS sentence
