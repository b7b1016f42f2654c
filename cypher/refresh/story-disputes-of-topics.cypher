// $topics: string[]. Their propositions that articles of one story contradict each other about.
UNWIND $topics AS topic
MATCH (proposition:Proposition {topic: topic})<-[:ABOUT]-(conflict:Conflict {verdict: 'conflicts'})
WHERE conflict.articles IS NOT NULL
RETURN DISTINCT proposition.id AS id
