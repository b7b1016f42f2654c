// Claims in the order of what happened.
CREATE INDEX claim_tFrom IF NOT EXISTS FOR (node:Claim) ON (node.tFrom)
