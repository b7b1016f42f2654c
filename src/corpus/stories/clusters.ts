/**
 * Groups of whatever hangs together by pairs, each in the order of its first appearance; the pairs in their order. Two groups stay apart that hold two items
 * which `excludes` says are not the same, unless these are a pair themselves.
 */
export function clustersOf<T>(
  pairs: readonly (readonly [T, T])[],
  excludes: (a: T, b: T) => boolean = () => false,
): T[][] {
  const group = new Map<T, T[]>()
  const arePair = (x: T, y: T) => pairs.some(([a, b]) => (a === x && b === y) || (a === y && b === x))
  for (const [a, b] of pairs) {
    const [one, other] = [group.get(a) ?? [a], group.get(b) ?? [b]]
    if (one === other) continue
    if (one.some((x) => other.some((y) => excludes(x, y) && !arePair(x, y)))) continue
    const both = [...one, ...other]
    for (const item of both) group.set(item, both)
  }
  return [...new Set(group.values())]
}
