// Search in what is claimed.
CREATE FULLTEXT INDEX claim_names IF NOT EXISTS FOR (node:Claim) ON EACH [node.name]
