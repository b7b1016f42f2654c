// $topics: string[]. They are found anew.
UNWIND $topics AS topic
MATCH (:Proposition {topic: topic})<-[:ABOUT]-(conflict:Conflict)
WITH DISTINCT conflict
DETACH DELETE conflict
