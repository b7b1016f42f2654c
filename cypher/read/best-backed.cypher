// What stands on the most independent sources? Ten reprints of one wire text count once.
MATCH (proposition:Proposition)
WHERE proposition.claimCount > 1
RETURN proposition.name AS statement, proposition.type AS type, proposition.independentSources AS independentSources, proposition.articleCount AS articles,
  proposition.claimCount AS claims, proposition.disputed AS disputed
ORDER BY independentSources DESC, claims DESC, statement, type
LIMIT 100
