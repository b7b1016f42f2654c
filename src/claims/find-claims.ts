import type { Claim } from '../model/claim.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Analysis, Document, Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import { covers, overlaps } from '../model/span.ts'
import { treeOf } from '../nlp/tree.ts'
import { assembleClaim } from './assemble-claim.ts'
import type { ClaimKit } from './claim-kit.ts'
import { claimTimes } from './claim-times.ts'
import { findClauses } from './clauses/find-clauses.ts'
import { mendTree } from './clauses/mend-tree.ts'
import { sameSides, withoutDoubles } from './drafts/doubles.ts'
import type { Reading } from './drafts/drafter.ts'
import { OpenDrafter } from './drafts/open-drafter.ts'
import { TypedDrafter } from './drafts/typed-drafter.ts'
import { figureClaims } from './figures/figure-claims.ts'
import { relateFigures } from './figures/relate-figures.ts'
import { timesOfEvents } from './figures/times-apart.ts'
import { fromContext } from './from-context.ts'
import type { Layers } from './layers.ts'
import { isWorthStating } from './open/is-worth-stating.ts'
import { openClaims } from './open/open-claims.ts'
import { withSpeaker } from './open/reported.ts'
import { OF_AMOUNT, tellingAmounts } from './open/telling-amounts.ts'
import { turnedClaims } from './open/turned-claims.ts'
import { severally, severalNamed } from './severally.ts'
import type { SentenceLayers, SeveralNamed } from './side-mentions.ts'
import { Sides } from './sides.ts'
import { silentSentences } from './silence.ts'
import { stanceIndex } from './stance-lexicon.ts'
import { thingClaims } from './things/thing-claims.ts'
import { findEvents } from './typed/find-events.ts'
import { type Lexicon, lexiconOf } from './typed/lexicon.ts'
import { matchFrames } from './typed/match-frames.ts'

/** Every claim, typed or open, in reading order; diagnostics name what a type check dropped and which sentences stayed silent. */
export function findClaims(
  document: Document,
  layers: Layers,
  kit: ClaimKit,
): { claims: Claim[]; diagnostics: Diagnostic[] } {
  const lexicon = lexiconOf(kit.seeds.claims)
  const bySentence = layersBySentence(layers, severalNamed(document, layers, kit))
  const names = new Map(layers.entities.map((entity) => [entity.id, entity.name]))
  const claims: Claim[] = []
  const diagnostics: Diagnostic[] = []
  for (const analysis of document.sentences) {
    if (analysis.sentence.zone === 'boilerplate') continue
    const read = claimsOf(readingOf(analysis, bySentence(analysis), document, kit, lexicon), layers, names)
    claims.push(...read.claims)
    diagnostics.push(...read.diagnostics)
  }
  const once = [...new Map(claims.map((claim) => [claim.id, claim])).values()]
  const completed = [figureClaims, thingClaims, relateFigures].reduce(
    (all, complete) => complete(all, document, layers, kit),
    fromContext(once, document, layers, kit.seeds.claims.ontology),
  )
  return { claims: completed, diagnostics: [...diagnostics, ...silentSentences(document, layers, completed)] }
}

/** The sentence's mended tree, its clauses, and what its phrases mean. */
function readingOf(
  analysis: Analysis,
  own: SentenceLayers,
  document: Document,
  kit: ClaimKit,
  lexicon: Lexicon,
): Reading {
  const tree = mendTree(treeOf(analysis.words), own.mentions, lexicon)
  const sides = new Sides(tree, analysis, own, document.text, lexicon)
  const clauses = findClauses(tree)
  const timeOf = claimTimes(tree, clauses, timesOfEvents(own, document.text, kit), sides)
  return { analysis, own, document, kit, lexicon, tree, sides, clauses, timeOf }
}

function claimsOf(
  reading: Reading,
  layers: Layers,
  names: ReadonlyMap<string, string>,
): { claims: Claim[]; diagnostics: Diagnostic[] } {
  const { tree, sides, lexicon, clauses, own, kit, document } = reading
  const [typedDrafts, openDrafts] = [new TypedDrafter(reading), new OpenDrafter(reading)]
  const results = findEvents(tree, clauses, lexicon, (word) => sides.peopleOf(word) !== undefined).map((event) =>
    matchFrames(event, sides, lexicon, clauses),
  )
  const matches = withoutDoubles(results.flatMap(({ matches }) => matches))
  const place = {
    sides,
    matches: matches.filter(({ frame }) => !frame.beside),
    cues: own.cues,
    zone: reading.analysis.sentence.zone,
    stance: stanceIndex(kit.seeds.stance),
  }
  const open = openClaims(tree, clauses).map((claim) => withSpeaker(claim, sides, own.cues))
  const drafts = [
    ...matches
      .filter(({ subject, object }) => [subject, object].every((side) => !side || isMeant(side, sides)))
      .filter((match) => !typedDrafts.isNotYet(match) && !typedDrafts.isLimit(match))
      .map((match) => typedDrafts.fromMatch(match)),
    ...open.filter((claim) => isWorthStating(claim, place)).map((claim) => openDrafts.fromOpen(claim)),
  ]
  const untold = [...own.quantities, ...own.times].filter(
    (amount) => !drafts.some((draft) => covers(draft.whole, amount)),
  )
  const telling = tellingAmounts(untold, [...open, ...turnedClaims(tree, clauses)], place).map((claim) => ({
    ...openDrafts.fromOpen(claim),
    rule: OF_AMOUNT,
  }))
  const claims = [...drafts, ...telling]
    .flatMap((draft) => severally(draft, sides))
    .filter((draft) => !sameSides(draft))
    .map((draft) => assembleClaim(draft, sides, document, layers, kit, names))
    .filter(({ type, factuality }) => type !== 'STATES' || factuality !== 'asked') // a question states nothing
  const typed = new Set(matches.map((match) => match.event.trigger))
  return {
    claims,
    diagnostics: results.flatMap(({ mismatch }) =>
      mismatch && mismatch.event.kind !== 'name' && !typed.has(mismatch.event.trigger) && sides.isNamed(mismatch.word)
        ? [typedDrafts.dropped(mismatch)]
        : [],
    ),
  }
}

/** "their death", "its arm": whose? */
const isMeant = (side: Word, sides: Sides): boolean => !/^(?:PRP\$|WP\$?|WDT)$/.test(side.xpos) || sides.isNamed(side)

function layersBySentence(
  layers: Layers,
  several: ReadonlyMap<string, readonly SeveralNamed[]>,
): (analysis: Analysis) => SentenceLayers {
  const group = <T extends { readonly sentence: string }>(items: readonly T[]) =>
    groupBy(items, (item) => item.sentence)
  const types = new Map(layers.entities.map(({ id, type }) => [id, type]))
  const cues = layers.attributions.flatMap(({ cue }) => cue ?? [])
  const [mentions, quantities, times] = [group(layers.mentions), group(layers.quantities), group(layers.times)]
  return ({ sentence }) => ({
    mentions: mentions.get(sentence.id) ?? [],
    quantities: quantities.get(sentence.id) ?? [],
    times: times.get(sentence.id) ?? [],
    several: several.get(sentence.id) ?? [],
    cues: cues.filter((cue) => overlaps(cue, sentence)),
    typeOf: (entity) => types.get(entity),
  })
}
