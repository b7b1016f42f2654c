import { describe, expect, test } from 'vitest'
import { resolveEntities } from '../../src/entities/resolve-entities.ts'
import { findMentions } from '../../src/mentions/find-mentions.ts'
import { documentOf, namingKit } from '../support/reader.ts'

const SILENT = { quotations: [], attributions: [] }

async function read(text: string) {
  const document = await documentOf(text)
  const kit = await namingKit()
  return resolveEntities(document, findMentions(document, kit), SILENT, kit)
}

/** "entity: mention, mention …", one line an entity that is asked for. */
async function meant(text: string, id: string): Promise<string[]> {
  const { mentions } = await read(text)
  return mentions.filter(({ entity }) => entity === id).map(({ text: own }) => own)
}

describe('who is meant', () => {
  test.each([
    ['Anna Berg joined the bank in May. Berg will start in Oslo.', 'person:anna-berg', ['Anna Berg', 'Berg']],
    ['Kim Jong Un spoke on Monday. Kim left at noon.', 'person:kim-jong-un', ['Kim Jong Un', 'Kim']],
    ['Kim Jong-un spoke on Monday.', 'person:kim-jong-un', ['Kim Jong-un']],
    ['North Korea fired a missile. The DPRK did not comment.', 'country:north-korea', ['North Korea', 'DPRK']],
    ['Seoul condemned the launch. South Korea wants talks.', 'country:south-korea', ['Seoul', 'South Korea']],
    ['Peter Hollis was arrested on Friday. He denied the charges.', 'person:peter-hollis', ['Peter Hollis', 'He']],
    ['Anna Berg sold her shares.', 'person:anna-berg', ['Anna Berg', 'her']],
  ])('%s', async (text, id, expected) => {
    expect(await meant(text, id)).toEqual(expected)
  })

  test.each([
    [
      'The 7th Corps, also called the Eagle Corps, left Lublin.',
      'military-unit:eagle-corps',
      ['7th Corps', 'Eagle Corps'],
    ],
    [
      'The Free Coast Front denied it. The Front has no guns.',
      'organization:free-coast-front',
      ['Free Coast Front', 'Front'],
    ],
    ['Storm Edna hit Galway. Edna then moved to Wales.', 'event:edna', ['Storm Edna', 'Edna']],
    [
      "St Anne's Hospital is full. St Anne's was built in 1961.",
      'facility:st-annes-hospital',
      ["St Anne's Hospital", "St Anne's"],
    ],
    [
      'The bank Dorling merged with the insurer Saltro. Shares of Dorling Saltro fell.',
      'organization:dorling',
      ['Dorling'],
    ],
    [
      'The suit was brought by the Instituto Terra Viva, an environmental group based in Lima. Terra Viva director João Silva said so.',
      'organization:instituto-terra-viva',
      ['Instituto Terra Viva', 'an environmental group', 'Terra Viva'],
    ],
    [
      'The Corruption Eradication Commission (KPK) met. KPK wants talks.',
      'organization:corruption-eradication-commission',
      ['Corruption Eradication Commission', 'KPK', 'KPK'],
    ],
    ['She lived in Liège. He left Liege.', 'place:liege', ['Liège', 'Liege']],
    [
      'The Musicians Union of Ghana (MUSIGA) met. MUSIGA wants talks.',
      'organization:musicians-union-of-ghana',
      ['Musicians Union of Ghana', 'MUSIGA', 'MUSIGA'],
    ],
    [
      "Ireland's Kestrel Air agreed to merge. The new group, to be called Kestrel Skandia, will be led by Aoife Byrne.",
      'organization:kestrel-air',
      ['Kestrel Air'],
    ],
    ['North Korea is poor. Aid for the North has ended.', 'country:north-korea', ['North Korea', 'North']],
    [
      'Javier Etxarri Mugica spoke first. Etxarri lives in Madrid.',
      'person:javier-etxarri-mugica',
      ['Javier Etxarri Mugica', 'Etxarri'],
    ],
    [
      'He blessed the site near the Lufira River. The law forbids drawing from the Lufira.',
      'place:lufira-river',
      ['Lufira River', 'Lufira'],
    ],
    [
      'The Memorial Museum of Sea Rescue opened. The Museum of Sea Rescue has 40 rooms.',
      'facility:memorial-museum-of-sea-rescue',
      ['Memorial Museum of Sea Rescue', 'Museum of Sea Rescue'],
    ],
    [
      'Tevita Faumuina scored twice as the Tasman Herons won the match. The Herons travel to Suva next week.',
      'organization:tasman-herons',
      ['Tasman Herons', 'Herons'],
    ],
  ])('two names of one thing: %s', async (text, id, expected) => {
    expect(await meant(text, id)).toEqual(expected)
  })

  test('who is called by someone is not that person', async () => {
    expect(await meant('Anna Berg was called by Lars Holm.', 'person:anna-berg')).toEqual(['Anna Berg'])
  })

  test('an acronym in brackets and its expansion are one', async () => {
    const { entities } = await read('The Global Harvest Fund (GHF) was founded in Rome. The GHF has two offices.')
    expect(entities.filter(({ aliases, name }) => [name, ...aliases].includes('GHF')).map(({ name }) => name)).toEqual([
      'Global Harvest Fund',
    ])
  })

  test('a known entity has its canonical name and identifiers', async () => {
    const { entities } = await read('The DPRK did not comment.')
    expect(entities.map(({ id, name, identifiers }) => ({ id, name, identifiers }))).toEqual([
      { id: 'country:north-korea', name: 'North Korea', identifiers: { wikidata: 'Q423', iso: 'KP' } },
    ])
  })

  test('a family name with an office beside it is the known person, without one it is not', async () => {
    expect((await read('President Putin spoke on Monday.')).entities.map(({ id }) => id)).toEqual([
      'person:vladimir-putin',
    ])
    expect((await read('Putin, a baker, opened a shop.')).entities.map(({ id }) => id)).not.toContain(
      'person:vladimir-putin',
    )
  })

  test('two countries are never one, whatever lies between', async () => {
    const { entities } = await read(
      'Japan and China signed the pact. The country praised it. China and Japan were content.',
    )
    expect(entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['country:china', 'country:japan']))
  })

  test('two persons with one family name leave the bare name alone', async () => {
    const { mentions } = await read('Anna Berg met Lars Berg in Oslo. The bank praised Berg.')
    const bare = mentions.filter(({ text }) => text === 'Berg').map(({ entity }) => entity)
    expect(bare).not.toContain('person:anna-berg')
    expect(bare).not.toContain('person:lars-berg')
  })
})

describe('a name has one id, written out in full or not', () => {
  test.each([
    ['The ferry MV Tarna Star sank off Malta.', 'vessel:tarna-star'],
    ['The frigate HMS Ardent sank off Malta.', 'vessel:ardent'],
    ['Hurricane Odessa killed 14 people in Cuba.', 'event:odessa'],
    ['Tarnbury Metals Ltd closed its plant in Leeds.', 'organization:tarnbury-metals'],
    ['World War II ended in 1945.', 'event:world-war-ii'],
    ['Dorran Petroleum cut jobs. Dorran rose. Shares of Dorran fell.', 'organization:dorran-petroleum'],
  ])('%s', async (text, id) => {
    expect((await read(text)).entities.map((entity) => entity.id)).toContain(id)
  })
})
