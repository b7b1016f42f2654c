/** Fewer letters than this say too little about a language. */
const ENOUGH = 200
/** Characters looked at. */
const SAMPLE = 4_000

type Detector = Awaited<typeof import('eld/small')>['eld']
let detector: Promise<Detector> | undefined

/** ISO 639-1 code of a text's language; "und" when it is too short to tell or no language is likely. */
export async function detectLanguage(text: string): Promise<string> {
  const sample = text.slice(0, SAMPLE)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < ENOUGH) return 'und'
  detector ??= import('eld/small').then(({ eld }) => eld)
  const result = (await detector).detect(sample)
  if (result.language === 'en') return 'en'
  return result.isReliable() ? result.language : 'und'
}
