/** How much is taken from one input, so that no file can exhaust the machine. */
export interface Limits {
  /** Bytes of a file that holds one article or one tree (text, HTML, JSON, feed), after unpacking. */
  readonly fileBytes: number
  /** Bytes of one line of JSON Lines, or of one WARC record. */
  readonly recordBytes: number
  /** UTF-16 units of an article's text; the rest is cut at the end of a paragraph, unless `verbatim`. */
  readonly textLength: number
  /** Bytes of HTML that is parsed as a page. */
  readonly htmlBytes: number
}

export const LIMITS: Limits = {
  fileBytes: 64 * 1024 * 1024,
  recordBytes: 16 * 1024 * 1024,
  textLength: 500_000,
  htmlBytes: 8 * 1024 * 1024,
}

/** How inputs are read: `ReadOptions` with nothing left open. */
export interface Settings {
  readonly verbatim: boolean
  readonly date?: string | undefined
  readonly limits: Limits
}
