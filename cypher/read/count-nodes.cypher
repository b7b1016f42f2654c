// How much is in the graph. The first numbers of a summary.
MATCH (article:Article) WITH count(article) AS articles
OPTIONAL MATCH (source:Source) WITH articles, count(source) AS sources
OPTIONAL MATCH (sentence:Sentence) WITH articles, sources, count(sentence) AS sentences
OPTIONAL MATCH (claim:Claim) WITH articles, sources, sentences, count(claim) AS claims
OPTIONAL MATCH (proposition:Proposition) WITH articles, sources, sentences, claims, count(proposition) AS propositions
OPTIONAL MATCH (conflict:Conflict)
RETURN articles, sources, sentences, claims, propositions, count(conflict) AS conflicts
