import type { EntityType } from '../model/mention.ts'

/** A person's judgement on who an entity is: the same as another everywhere, or another than the name says in one article. */
export interface IdentityRule {
  /** the id that the names of a text give */
  readonly entity: string
  /** the one article it holds for; null: all of them */
  readonly article: string | null
  readonly as: { readonly id: string; readonly type: EntityType; readonly name: string }
  /** in words, beginning with `entity`: what the graph keeps of it */
  readonly note: string
}

/** Judgements on who is who, applied where names become entities, so that all that follows from it is read anew. */
export class IdentityRules {
  private readonly everywhere: ReadonlyMap<string, IdentityRule>
  private readonly inArticle: ReadonlyMap<string, IdentityRule>

  /** `rules`: one an entity, or one an entity and article; none leads back to where it began. */
  constructor(readonly rules: readonly IdentityRule[] = []) {
    this.everywhere = new Map(rules.filter(({ article }) => !article).map((rule) => [rule.entity, rule]))
    this.inArticle = new Map(
      rules.filter(({ article }) => article).map((rule) => [`${rule.article} ${rule.entity}`, rule]),
    )
  }

  /** The rules that lead from an entity of an article to who it is, in order; none where nobody has judged. */
  from(article: string, entity: string): IdentityRule[] {
    const path: IdentityRule[] = []
    for (let at = this.inArticle.get(`${article} ${entity}`) ?? this.everywhere.get(entity); at; ) {
      path.push(at)
      at = this.everywhere.get(at.as.id)
    }
    return path
  }

  /** What has to be applied to an article that names these entities and to which these notes were applied before, sorted. */
  notesFor(article: string, entities: readonly string[], applied: readonly string[]): string[] {
    const given = [...entities, ...applied.map((note) => note.split(' ')[0]!)]
    return notesOf(given.flatMap((entity) => this.from(article, entity)))
  }
}

/** The notes of rules, each once, sorted. */
export const notesOf = (rules: readonly IdentityRule[]): string[] => [...new Set(rules.map(({ note }) => note))].sort()
