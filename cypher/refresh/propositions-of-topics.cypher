// $topics: string[]. Every proposition of theirs, also those that nothing states any more.
UNWIND $topics AS topic
MATCH (proposition:Proposition {topic: topic})
RETURN topic, proposition.id AS id
