// $topics: string[]. They are found anew, but for those between articles of one story.
UNWIND $topics AS topic
MATCH (:Proposition {topic: topic})<-[:ABOUT]-(conflict:Conflict)
WHERE conflict.articles IS NULL
WITH DISTINCT conflict
DETACH DELETE conflict
