// $topics: string[]. What is compared: each claim with its article, outlet, speaker, sides, amount, time and passage.
UNWIND $topics AS topic
MATCH (proposition:Proposition {topic: topic})<-[:STATES]-(claim:Claim)
MATCH (claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(sentence:Sentence)<-[:HAS_SENTENCE]-(article:Article)-[printed:PUBLISHED_BY]->(source:Source)
OPTIONAL MATCH (claim)-[about:SUBJECT]->(subject:Entity)
OPTIONAL MATCH (claim)-[onto:OBJECT]->(object:Entity)
OPTIONAL MATCH (claim)-[said:ATTRIBUTED_TO {order: 0}]->(speaker)
RETURN topic, properties(claim) AS claim, proposition.id AS proposition, article.id AS article, article.publishedAt AS publishedAt,
  source.id AS source, printed.name AS sourceName, evidence.start AS start, evidence.quote AS quote, sentence.text AS sentence,
  subject.id AS subjectId, about.name AS subjectName, object.id AS objectId, onto.name AS objectName,
  speaker.id AS speakerId, said.name AS speakerName, said.class AS speakerClass
