// Propositions that are marked as disputed.
MATCH (proposition:Proposition {disputed: true})
RETURN proposition.id AS id
