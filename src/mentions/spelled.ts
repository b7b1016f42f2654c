/** One spelling for comparison: straight apostrophes, plain hyphens, single blanks; case is kept. */
export const spelled = (name: string): string =>
  PLAIN.test(name)
    ? name
    : name
        .replace(/[‘’ʼ`]/g, "'")
        .replace(/[‐‑–—]/g, '-')
        .replace(/\s+/g, ' ')
        .trim()

/** Most names are spelled so already. */
const PLAIN = /^[\w.,'-]+(?: [\w.,'-]+)*$/
