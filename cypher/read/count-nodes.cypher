// How much is in the graph. The first numbers of a summary. Where no outlet is named an article's file stands for it: these are counted apart.
MATCH (article:Article) WITH count(article) AS articles
OPTIONAL MATCH (source:Source) WITH articles, sum(CASE WHEN source.id STARTS WITH 'source:file:' THEN 1 ELSE 0 END) AS unnamedSources, count(source) AS sources
WITH articles, unnamedSources, sources - unnamedSources AS sources
OPTIONAL MATCH (sentence:Sentence) WITH articles, sources, unnamedSources, count(sentence) AS sentences
OPTIONAL MATCH (claim:Claim) WITH articles, sources, unnamedSources, sentences, count(claim) AS claims
OPTIONAL MATCH (proposition:Proposition) WITH articles, sources, unnamedSources, sentences, claims, count(proposition) AS propositions
OPTIONAL MATCH (conflict:Conflict)
RETURN articles, sources, unnamedSources, sentences, claims, propositions, count(conflict) AS conflicts
