// What does somebody put forward without asserting it? Denied, planned, demanded, asked, alleged: none of this is an edge by itself.
MATCH (claim:Claim)-[evidence:EVIDENCED_BY {role: 'whole'}]->(:Sentence)
WHERE claim.polarity = 'denied' OR claim.factuality <> 'asserted'
MATCH (claim)-[said:ATTRIBUTED_TO {order: 0}]->()
RETURN claim.polarity AS polarity, claim.factuality AS factuality, said.name AS says, claim.name AS claim, evidence.quote AS quote
ORDER BY polarity, factuality, claim, quote
LIMIT 200
