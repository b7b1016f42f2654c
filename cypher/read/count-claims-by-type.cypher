// How many claims of each relation type, the commonest first; STATES are open claims, which no relation type fits.
MATCH (claim:Claim)
RETURN claim.type AS type, count(claim) AS claims
ORDER BY claims DESC, type
