// $ids: article ids. What articles of a story are compared by: the columns of `facts-of-topics`.
UNWIND $ids AS id
MATCH (article:Article {id: id})-[:HAS_SENTENCE]->(sentence:Sentence)<-[evidence:EVIDENCED_BY {role: 'whole'}]-(claim:Claim)
MATCH (article)-[printed:PUBLISHED_BY]->(source:Source)
MATCH (claim)-[:STATES]->(proposition:Proposition)
RETURN proposition.topic AS topic, properties(claim) AS claim, proposition.id AS proposition, article.id AS article, article.publishedAt AS publishedAt,
  source.id AS source, printed.name AS sourceName, evidence.start AS start, evidence.quote AS quote, sentence.text AS sentence
