// Who is alone with a figure? Amounts behind which there is a single independent source.
MATCH (claim:Claim)-[:STATES]->(proposition:Proposition)
WHERE claim.qText IS NOT NULL AND proposition.independentSources = 1
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[:PUBLISHED_BY]->(source:Source)
MATCH (claim)-[said:ATTRIBUTED_TO {order: 0}]->()
RETURN claim.qText AS figure, claim.name AS claim, said.name AS says, source.name AS printed, article.name AS article, evidence.quote AS quote
ORDER BY figure, claim, quote
