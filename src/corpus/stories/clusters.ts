/** Groups of whatever hangs together by pairs, each in the order of its first appearance. */
export function clustersOf<T>(pairs: readonly (readonly [T, T])[]): T[][] {
  const group = new Map<T, T[]>()
  for (const [a, b] of pairs) {
    const [one, other] = [group.get(a) ?? [a], group.get(b) ?? [b]]
    if (one === other) continue
    const both = [...one, ...other]
    for (const item of both) group.set(item, both)
  }
  return [...new Set(group.values())]
}
