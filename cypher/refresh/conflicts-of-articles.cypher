// $ids: article ids. Contradictions between their claims that were found topic by topic: a row a side.
UNWIND $ids AS id
MATCH (article:Article {id: id})-[:HAS_SENTENCE]->(:Sentence)<-[:EVIDENCED_BY {role: 'whole'}]-(claim:Claim)<-[side:INVOLVES]-(conflict:Conflict)
WHERE conflict.articles IS NULL
RETURN conflict.id AS conflict, conflict.kind AS kind, claim.id AS claim, article.id AS article, side.value AS value
