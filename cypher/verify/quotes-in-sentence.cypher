// A passage is part of the sentence it hangs on.
MATCH (claim:Claim)-[evidence:EVIDENCED_BY]->(sentence:Sentence)
WITH claim.id AS id, evidence.start >= sentence.start AND evidence.end <= sentence.end AND evidence.start < evidence.end AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
