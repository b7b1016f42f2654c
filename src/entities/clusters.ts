/** Which references are one thing: a union-find over their positions. */
export class Clusters {
  private readonly parent: number[]

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, at) => at)
  }

  /** The earliest member of the group. */
  of(at: number): number {
    let root = at
    while (this.parent[root] !== root) root = this.parent[root]!
    while (this.parent[at] !== root) {
      const next = this.parent[at]!
      this.parent[at] = root
      at = next
    }
    return root
  }

  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)]
    this.parent[Math.max(one, other)] = Math.min(one, other)
  }

  same(a: number, b: number): boolean {
    return this.of(a) === this.of(b)
  }
}
