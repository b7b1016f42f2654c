// Claims of one relation type.
CREATE INDEX claim_type IF NOT EXISTS FOR (node:Claim) ON (node.type)
