import type { Mention } from '../../model/mention.ts'
import { isTree, Tree } from '../../nlp/tree.ts'
import type { Mend, Nouns } from './mend.ts'
import { namesForSubjects, pairsOfNames, pluralsForVerbs } from './mend-headlines.ts'
import {
  casesAtCompounds,
  describedLast,
  misplacedNames,
  misplacedWhich,
  misplacedWho,
  modifiersBeforeTitles,
  namesBehindNouns,
  namesForComplements,
  namesGiven,
  nounsBehindNames,
  nounsBesideNames,
  partsOfNames,
  placesInCountries,
  rolesListedWithNames,
  thingsListedWithPlaces,
} from './mend-names.ts'
import { officesBehindNames, subjectsOfDuties } from './mend-offices.ts'
import {
  adjectivesForParticiples,
  laterParticiples,
  laterPassives,
  nounsForGerunds,
  participlesAtCourts,
  participlesAtSubjects,
  participlesForVerbs,
  participlesOfThings,
  verbsForAdjectives,
  verbsForNouns,
} from './mend-participles.ts'
import {
  agentsOfNouns,
  courtsForVerbs,
  phrasesForDescriptions,
  phrasesForObjects,
  subjectsBehindAmong,
} from './mend-phrases.ts'
import {
  agentsOfGerunds,
  clausesBehindSemicolons,
  datelines,
  laterInfinitives,
  phrasesForModifiers,
  phrasesOfLaterVerbs,
  relativesForSpeech,
  subjectsBehindCopulas,
  subjectsBehindObjects,
  subjectsOfLaterVerbs,
  subjectsOfTimeClauses,
  verbsOfSpeakers,
} from './mend-verbs.ts'

/** Subjects first: what hangs on them moves with them. */
const MENDS: readonly Mend[] = [
  datelines,
  pluralsForVerbs,
  namesForSubjects,
  pairsOfNames,
  clausesBehindSemicolons,
  adjectivesForParticiples,
  nounsForGerunds,
  phrasesForModifiers,
  casesAtCompounds,
  phrasesForDescriptions,
  agentsOfNouns,
  courtsForVerbs,
  phrasesForObjects,
  subjectsBehindAmong,
  modifiersBeforeTitles,
  nounsBehindNames,
  namesGiven,
  nounsBesideNames,
  namesBehindNouns,
  officesBehindNames,
  subjectsOfDuties,
  partsOfNames,
  describedLast,
  relativesForSpeech,
  participlesForVerbs,
  verbsForAdjectives,
  namesForComplements,
  thingsListedWithPlaces,
  verbsForNouns,
  participlesAtCourts,
  participlesAtSubjects,
  participlesOfThings,
  subjectsOfTimeClauses,
  verbsOfSpeakers,
  subjectsBehindCopulas,
  subjectsBehindObjects,
  subjectsOfLaterVerbs,
  phrasesOfLaterVerbs,
  laterInfinitives,
  laterParticiples,
  laterPassives,
  agentsOfGerunds,
  misplacedNames,
  misplacedWho,
  placesInCountries,
  rolesListedWithNames,
  misplacedWhich,
]

/** The sentence's tree with the attachments put right that word order or the types of names rule out; the same tree when there are none. */
export function mendTree(tree: Tree, mentions: readonly Mention[], nouns: Nouns): Tree {
  return MENDS.reduce((mended, mend) => {
    const changes = mend(mended, mentions, nouns)
    if (changes.size === 0) return mended
    const words = mended.words.map((word) => (changes.has(word) ? { ...word, ...changes.get(word) } : word))
    return isTree(words) ? new Tree(words) : mended
  }, tree)
}
