/** Heads and relations of a sentence while its tree grows. Places count from 0; the root's head is -1. */
export class Arcs {
  private readonly heads: (number | undefined)[]
  readonly relations: string[]

  constructor(readonly size: number) {
    this.heads = new Array(size)
    this.relations = new Array(size).fill('dep')
  }

  set(word: number, head: number, relation: string): void {
    if (word === head) return
    this.heads[word] = head
    this.relations[word] = relation
  }

  has(word: number): boolean {
    return this.heads[word] !== undefined
  }

  head(word: number): number | undefined {
    return this.heads[word]
  }

  /** Everything that hangs on one word hangs on another from now on, except what is the other's own ancestor. */
  move(from: number, to: number, keep: (relation: string) => boolean): void {
    for (let word = 0; word < this.size; word++)
      if (this.heads[word] === from && word !== to && !keep(this.relations[word]!)) this.heads[word] = to
  }

  /** A tree with `root` on top: loose words and cycles hang on it. Heads count from 1, 0 for the root. */
  finish(root: number, relationOf: (word: number) => string): { heads: number[]; relations: string[] } {
    this.heads[root] = -1
    this.relations[root] = 'root'
    const state = new Uint8Array(this.size)
    for (let word = 0; word < this.size; word++) {
      const path: number[] = []
      let at = word
      while (at >= 0 && state[at] === 0) {
        state[at] = 1
        path.push(at)
        if (this.heads[at] === undefined || (this.heads[at] === -1 && at !== root)) {
          this.heads[at] = root
          this.relations[at] = relationOf(at)
        }
        at = this.heads[at]!
      }
      if (at >= 0 && state[at] === 1) {
        this.heads[at] = root
        this.relations[at] = 'dep'
      }
      for (const passed of path) state[passed] = 2
    }
    return { heads: this.heads.map((head) => head! + 1), relations: this.relations }
  }
}
