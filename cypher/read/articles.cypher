// Which articles are in the graph, and what came from each?
MATCH (article:Article)-[:PUBLISHED_BY]->(source:Source)
RETURN article.id AS id, article.key AS key, article.name AS title, source.name AS source, article.publishedAt AS published,
  COUNT { (article)-[:HAS_SENTENCE]->() } AS sentences, COUNT { (article)-[:NAMES]->() } AS entities,
  COUNT { (article)-[:HAS_SENTENCE]->()<-[:EVIDENCED_BY {role: 'whole'}]-() } AS claims
ORDER BY published, key, id
