// Propositions that some contradiction is about.
MATCH (:Conflict {verdict: 'conflicts'})-[:ABOUT]->(proposition:Proposition)
RETURN DISTINCT proposition.id AS id
