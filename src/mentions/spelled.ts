/** One spelling for comparison: straight apostrophes, plain hyphens, single blanks; case is kept. */
export const spelled = (name: string): string =>
  /^[\w.]+$/.test(name)
    ? name
    : name
        .replace(/[‘’ʼ`]/g, "'")
        .replace(/[‐‑–—]/g, '-')
        .replace(/\s+/g, ' ')
        .trim()
