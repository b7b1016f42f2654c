/** What `--help` shows below the options, one call a line. */
export const examples = (...calls: readonly string[]): string =>
  `\nExamples:\n${calls.map((call) => `  wiregraph ${call}`).join('\n')}`
