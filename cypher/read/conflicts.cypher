// Where claims do not say the same, the plain contradictions first: kind, verdict, reason, and each side with its value, speaker and words.
MATCH (conflict:Conflict)-[involves:INVOLVES]->(claim:Claim)
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[printed:PUBLISHED_BY]->(:Source)
MATCH (claim)-[said:ATTRIBUTED_TO {order: 0}]->()
MATCH (claim)-[:STATES]->(proposition:Proposition)
RETURN conflict.id AS id, conflict.name AS name, conflict.kind AS kind, conflict.verdict AS verdict, conflict.reason AS reason,
  proposition.id AS propositionId, proposition.name AS propositionName, article.key AS article, article.publishedAt AS publishedAt, printed.name AS outlet,
  claim.id AS claim, involves.value AS value, said.name AS speaker, evidence.start AS start, evidence.quote AS quote, claim.qMin AS least, claim.tFrom AS since
ORDER BY id, least, since, claim, start
