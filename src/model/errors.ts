/** Something given from outside is not as it should be. The message names the thing, the place and the way out. */
export class InputError extends Error {
  override name = 'InputError'
  constructor(
    readonly where: string,
    readonly problem: string,
    options?: ErrorOptions,
  ) {
    super(`${where}: ${problem}`, options)
  }
}

/** The database refused or answered otherwise than it must. `statement` is the name of the Cypher file. */
export class StoreError extends Error {
  override name = 'StoreError'
  constructor(
    readonly statement: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${statement}: ${problem}`, options)
  }
}
