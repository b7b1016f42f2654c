const indexes = new WeakMap<readonly object[], ReadonlyMap<string, object>>()

/** Items by their id; made once for a list, which must not change. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const known = indexes.get(items) as ReadonlyMap<string, T> | undefined
  if (known) return known
  const index = new Map(items.map((item) => [item.id, item]))
  indexes.set(items, index)
  return index
}
