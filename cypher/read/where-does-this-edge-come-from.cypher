// Every edge between two entities is made from claims. Which ones, in which words, by whom?
// In Neo4j Browser, first: :params {subject: 'North Korea', object: 'Russia'}
MATCH (subject:Entity)-[edge]->(object:Entity)
WHERE edge.proposition IS NOT NULL AND (toLower(subject.name) = toLower($subject) OR any(alias IN subject.aliases WHERE toLower(alias) = toLower($subject))) AND (toLower(object.name) = toLower($object) OR any(alias IN object.aliases WHERE toLower(alias) = toLower($object)))
MATCH (proposition:Proposition {id: edge.proposition})
MATCH (proposition)<-[:STATES]-(claim:Claim)
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[:PUBLISHED_BY]->(source:Source)
MATCH (claim)-[said:ATTRIBUTED_TO {order: 0}]->()
RETURN type(edge) AS edge, edge.independentSources AS independentSources, claim.name AS claim, evidence.quote AS quote, said.name AS says,
  source.name AS printed, article.name AS article, article.publishedAt AS published
ORDER BY edge, published, claim, quote
