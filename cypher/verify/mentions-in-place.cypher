// In a text of characters of one unit each, the offsets of both kinds are the same; elsewhere the sentence must contain the words.
MATCH (sentence:Sentence)-[mention:MENTIONS]->(:Entity)
WITH mention.id AS id, sentence.text CONTAINS mention.text AND mention.start >= sentence.start AND mention.end <= sentence.end AS fine
RETURN count(*) AS checked, collect(CASE WHEN fine THEN null ELSE id END) AS broken
