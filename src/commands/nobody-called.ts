import { findSimilar } from '../query/profile.ts'
import type { Store } from '../store/store.ts'
import { oneLine } from '../view/terminal.ts'

/** Says that nobody has a name, and who has one like it. */
export async function nobodyCalled(store: Store, name: string): Promise<string> {
  const similar = [...new Set((await findSimilar(store, name)).map((entity) => oneLine(entity.name)))].slice(0, 8)
  const hint = similar.length > 0 ? ` Is it one of these? ${similar.join(', ')}` : ''
  return `Nobody and nothing in the graph is called “${oneLine(name)}”.${hint}`
}
