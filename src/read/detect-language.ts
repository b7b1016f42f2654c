/** Fewer letters than this say nothing about a language; a headline of foreign names looks like anything. */
const LITTLE = 80
/** From so many letters on the detector alone decides. */
const ENOUGH = 200
/** Words that are written so in English only: a short text with one of them is not taken for another language. */
const ENGLISH =
  /\b(?:the|and|said|says|with|that|from|were|have|been|would|which|their|his|who|after|than|into|about|will|it)\b/i
/** Characters looked at. */
const SAMPLE = 4_000

type Detector = Awaited<typeof import('eld/small')>['eld']
let detector: Promise<Detector> | undefined

/** ISO 639-1 code of a text's language; "und" when it is too short to tell or no language is likely. */
export async function detectLanguage(text: string): Promise<string> {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < LITTLE || (letters < ENOUGH && ENGLISH.test(sample))) return 'und'
  detector ??= import('eld/small').then(({ eld }) => eld)
  const result = (await detector).detect(sample)
  if (result.language === 'en') return 'en'
  return result.isReliable() ? result.language : 'und'
}
