// Which sentences did nothing come from? Read them to see what the program misses.
MATCH (article:Article)-[:HAS_SENTENCE]->(sentence:Sentence {zone: 'body'})
WHERE NOT EXISTS { (sentence)<-[:EVIDENCED_BY]-(:Claim) }
RETURN article.name AS article, sentence.index AS number, sentence.text AS sentence
ORDER BY article, number
LIMIT 200
