import type { EntityType } from '../model/mention.ts'

/** The label each type of entity carries beside `Entity`. */
export const ENTITY_LABELS: Readonly<Record<EntityType, string>> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  GOVERNMENT: 'Government',
  MILITARY_UNIT: 'MilitaryUnit',
  COUNTRY: 'Country',
  PLACE: 'Place',
  FACILITY: 'Facility',
  AGREEMENT: 'Agreement',
  WEAPON: 'Weapon',
  VESSEL: 'Vessel',
  EVENT: 'Event',
  WORK: 'Work',
}

/** "Person" → "PERSON"; the label is one of `ENTITY_LABELS`. */
export const typeOfLabel = (label: string): EntityType =>
  (Object.keys(ENTITY_LABELS) as EntityType[]).find((type) => ENTITY_LABELS[type] === label)!

/** Every label of the model whose nodes have a unique `id`. */
export const NODE_LABELS = [
  'Article',
  'Claim',
  'Conflict',
  'Entity',
  'Extraction',
  'Proposition',
  'Sentence',
  'Source',
] as const
