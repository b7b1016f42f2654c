// What does one claim say, where, and in which words?
// In Neo4j Browser, first: :param id => 'claim:0123456789abcdef'
MATCH (claim:Claim {id: $id})
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(:Sentence)<-[:HAS_SENTENCE]-(article:Article)
RETURN claim.id AS claim, claim.name AS name, article.id AS article, article.key AS key, evidence.quote AS quote,
  evidence.start AS start, evidence.end AS end
ORDER BY evidence.start
LIMIT 1
