/** What a link is only followed with, never identified by. */
const TRACKING =
  /^(utm_|fb|gclid|msclkid|mc_|igshid|ref$|ref_|cmp$|ns_|at_|ito$|amp$|share|via$|source$|smid$|partner$|mod$|guccounter|ncid$|sh$|spm$)/i

/**
 * The address that one article has however it was reached: https, no "www.", no tracking, no fragment, no trailing stroke; `undefined`
 * when it is no web address. Only for comparison and ids: `article.url` stays as given.
 */
export function canonicalUrl(given: string | undefined): string | undefined {
  if (!given || !URL.canParse(given)) return undefined
  const url = new URL(given)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : ''
  const path = url.pathname.replace(/\/(index\.html?)?$/, '')
  return `https://${url.host.replace(/^(www\d?|m|amp)\./, '')}${path}${search}`
}
