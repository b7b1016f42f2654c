import type { Argument, Claim } from '../../model/claim.ts'
import type { Analysis, Document, Word } from '../../model/document.ts'
import { groupBy } from '../../model/group-by.ts'
import { slug } from '../../model/id.ts'
import { isUnnamed, type Mention } from '../../model/mention.ts'
import { covers, type Span } from '../../model/span.ts'
import { isRelation, spanOfWords, type Tree, verbOf, verbsOf } from '../../nlp/tree.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import { COUNTED } from '../propositions.ts'
import { kindOfName, kindOfNoun, type ThingWords, townIn } from '../things/thing-words.ts'
import { type Lexicon, lexiconOf } from '../typed/lexicon.ts'
import type { Figure } from './figure.ts'
import { toArgument } from './losers.ts'
import type { Measure, MeasureWords } from './measure-words.ts'
import { keyOfEntity, Occasions, rolesOf, toText } from './occasions.ts'

/** Whose a figure is: what identifies them whatever type an article takes them for, and how a claim shows them. */
export interface Owner {
  readonly key: string
  readonly side: Argument
  readonly roles: Claim['roles']
  readonly name: string
  /** Whoever has it, where the text names them first: for claims whose subject is what they have ("net profit rose"). */
  readonly holder?: Argument
}

/** A figure with the measure it is of, and where it stands. */
export interface Placed {
  readonly figure: Figure
  readonly name: string
  readonly measure: Measure
  readonly analysis: Analysis
  readonly at: number
  readonly tree: Tree
}

/** Whose an article's figures are: those of the happening that it tells of, or of whoever has them. What it leaves open is nobody's. */
export class Owners {
  readonly occasions: Occasions
  private readonly words: MeasureWords
  private readonly thingWords: ThingWords
  private readonly lexicon: Lexicon
  private readonly mentionsIn: ReadonlyMap<string, Mention[]>
  private readonly names: ReadonlyMap<string, string>

  constructor(
    claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    kit: ClaimKit,
  ) {
    this.words = kit.seeds.claims.measures
    this.thingWords = kit.seeds.claims.things
    this.lexicon = lexiconOf(kit.seeds.claims)
    this.mentionsIn = groupBy(layers.mentions, ({ sentence }) => sentence)
    this.names = new Map(layers.entities.map(({ id, name }) => [id, name]))
    this.occasions = new Occasions(claims, document, layers, kit)
  }

  /** `last` is the owner of a figure just before that a figure without a holder may share. */
  of(placed: Placed, last: Owner | undefined): Owner | undefined {
    return placed.measure.of === 'holder' ? this.holderOf(placed, last) : this.occasionOf(placed)
  }

  /** The named person that a word stands for. */
  person(word: Word, analysis: Analysis): Owner | undefined {
    const mention = this.mentionAt(word, analysis)
    return mention?.entity?.startsWith('person:') && !isUnnamed(mention.entity) ? this.ownerBy(mention, '') : undefined
  }

  private occasionOf({ figure, measure, name, analysis, at, tree }: Placed): Owner | undefined {
    const isItself = figure.doer !== undefined && this.occasions.kindIn(figure.doer) !== undefined
    const doer = figure.doer && !isItself ? this.mentionAt(figure.doer, analysis) : undefined
    const isBody = figure.doer !== undefined && this.lexicon.isGroup(lemmaOf(figure.doer))
    if (COUNTED.includes(name) && (isBody || (doer?.entity && !doer.entity.startsWith('event:')))) return undefined
    if (measure.whole && doer?.entity && !isUnnamed(doer.entity) && !doer.entity.startsWith('event:')) return undefined
    const occasion = this.occasions.of(at, measure.kinds)
    if (!occasion || this.isElsewhere(figure, analysis, tree, occasion.places)) return undefined
    const { kind, key, word, area, entity } = occasion
    const where = area ? ` in ${this.nameAt(area)}` : ''
    return {
      key,
      side: entity ? this.firstName(entity) : (word ?? area!),
      roles: rolesOf(occasion),
      name: entity ? this.names.get(entity)! : `${kind}${where}`,
    }
  }

  private holderOf(placed: Placed, last: Owner | undefined): Owner | undefined {
    const { figure, measure, name, analysis, tree } = placed
    const { holder } = figure
    if (!holder) {
      if (measure.national) return this.onlyOne('country:', name)
      return measure.periodic ? (last ?? this.reporterOf(figure, name)) : undefined
    }
    const mention = this.mentionAt(holder, analysis)
    if (!mention?.entity || isUnnamed(mention.entity) || this.isDescribed(mention.entity)) {
      const thing = this.thingOf(holder, name, tree)
      if (thing) return thing
      if (this.words.companies.includes(lemmaOf(holder)) && tree.child(holder, 'det')?.form.toLowerCase() === 'the')
        return this.onlyOne('organization:', name)
    }
    if (!mention?.entity) return undefined
    const isBody = /^(?:organization|government|person):/.test(mention.entity) // "parliament foresees a deficit"
    const nation = measure.national && isBody ? this.onlyOne('country:', name) : undefined
    if (nation) return nation
    const places = measure.during?.flatMap((kind) => [...(this.occasions.ofKind(kind)?.places ?? [])]) ?? []
    const own = { trigger: tree.head(holder) ?? holder, counted: undefined, carrier: undefined, doer: undefined }
    if (
      measure.unit !== 'duration' &&
      this.isElsewhere({ ...own, holder }, analysis, tree, new Set([...places, mention.entity]))
    )
      return undefined
    return this.ownerBy(mention, name)
  }

  /** "The bridge cost 40 million": the only named one of its kind, or one without a name in the one town that the article puts it in. */
  private thingOf(holder: Word, name: string, tree: Tree): Owner | undefined {
    const kindOf = (word: Word) => (word.upos === 'NOUN' ? kindOfNoun(word.lemma, this.thingWords) : undefined)
    const kind = kindOf(holder)
    if (tree.childrenBy(holder, 'det', 'amod').some(({ form }) => this.words.others.includes(form.toLowerCase())))
      return undefined
    if (!kind || this.thingWords.kinds[kind]!.life !== 'built') return undefined
    const mentions = this.layers.mentions.filter(
      ({ kind: as, entity }) =>
        as === 'name' && entity && kindOfName(this.names.get(entity) ?? '', this.thingWords) === kind,
    )
    const townNames = mentions.flatMap((one) => townIn(one, this.thingWords) ?? [])
    const named = mentions.filter((one) => !townIn(one, this.thingWords))
    if (named.length > 0)
      return named.every(({ entity }) => entity === named[0]!.entity) ? this.ownerBy(named[0]!, name) : undefined
    const told = this.document.sentences.flatMap(({ words }, at) =>
      words.filter((one) => kindOf(one) === kind).map((span) => ({ at, span })),
    )
    const { text } = this.document
    const towns =
      townNames.length > 0
        ? townNames.map((span) => ({ key: slug(text.slice(span.start, span.end)), place: toText(span, text) }))
        : this.occasions
            .placesOf(told)
            .flatMap(({ entity }) =>
              entity!.startsWith('place:') ? [{ key: keyOfEntity(entity!), place: this.firstName(entity!) }] : [],
            )
    const [town] = towns
    if (!town || towns.some(({ key }) => key !== town.key)) return undefined
    const side = toText(spanOfWords(tree.subtree(holder)), text)
    return {
      key: `${kind} ${town.key}`,
      side,
      roles: [
        { role: 'kind', value: toText(holder, text) },
        { role: 'area', value: town.place },
      ],
      name: side.text,
    }
  }

  private isDescribed(entity: string): boolean {
    return this.layers.mentions.some((one) => one.entity === entity && townIn(one, this.thingWords) !== undefined)
  }

  /** "Halden said that profit had risen to 12 million": its own, when it is a company that says so. */
  private reporterOf({ quantity }: Figure, name: string): Owner | undefined {
    const told = this.layers.attributions.find(({ content }) => content.some((span) => covers(span, quantity)))
    const source = told && this.layers.mentions.find(({ id }) => id === told.source.mention)
    return source?.entity?.startsWith('organization:') ? this.ownerBy(source, name) : undefined
  }

  /** "The company", "the budget deficit": of the only one whom the article names; who only speaks in it counts when nobody else is named. */
  private onlyOne(prefix: string, name: string): Owner | undefined {
    const named = this.layers.mentions.filter(({ kind, entity }) => kind === 'name' && entity?.startsWith(prefix))
    const told = named.filter((one) => !this.layers.attributions.some(({ source }) => covers(source, one)))
    const [first, ...others] = told.length > 0 ? told : named
    return first && others.every(({ entity }) => entity === first.entity) ? this.ownerBy(first, name) : undefined
  }

  private ownerBy(mention: Mention, name: string): Owner {
    return {
      key: keyOfEntity(mention.entity!),
      side: toArgument(mention),
      roles: [],
      name: this.names.get(mention.entity!) ?? name,
      holder: this.firstName(mention.entity!),
    }
  }

  /** "in the capital", "among women", "in Texas": of a part, or of another place. */
  private isElsewhere(
    { trigger, counted, carrier, holder, doer }: Pick<Figure, 'trigger' | 'counted' | 'carrier' | 'holder' | 'doer'>,
    { sentence, words }: Analysis,
    tree: Tree,
    places: ReadonlySet<string>,
  ): boolean {
    const named = (this.mentionsIn.get(sentence.id) ?? []).filter(
      ({ entity, kind }) => entity !== null && kind === 'name' && /^(?:place|country):/.test(entity),
    )
    const verbs = verbsOf(trigger, tree)
    const others = named.filter(({ start, end, entity }) => {
      if (places.has(entity!) || !LOCAL.test(this.document.text.slice(sentence.start, start))) return false
      const head = words.find((word) => word.start >= start && word.end <= end)
      return head !== undefined && verbs.includes(verbOf(head, tree)) && !isOfThem(head, tree)
    })
    const clause = verbs.find((one) => isRelation(one, 'acl:relcl') && tree.childrenBy(one, 'advmod').some(isWhere))
    const where = clause && tree.head(clause) // "hit Peru, where three people died"
    if (where && named.some((one) => covers(one, where) && !places.has(one.entity!))) return true
    const reporter = counted !== undefined && counted === carrier ? tree.child(verbs[0]!, 'nsubj') : undefined
    const isReportedBy = (one: Mention) => reporter !== undefined && covers(one, reporter) && !places.has(one.entity!)
    if (others.length > 0 || named.some(isReportedBy)) return true // "in Peru", "Peru recorded 40 cases"
    const heads = [trigger, counted, carrier, holder, doer].flatMap((word) => (word ? [word] : []))
    return heads
      .flatMap((word) => tree.childrenBy(word, 'obl', 'nmod'))
      .some((word) => {
        const mark = tree.child(word, 'case')?.form.toLowerCase() ?? ''
        if (mark === 'among') return true
        if (!/^(?:in|at|for|across|around|outside)$/.test(mark) || !this.words.parts.includes(lemmaOf(word)))
          return false
        const phrase = spanOfWords(tree.subtree(word))
        return !named.some((one) => covers(phrase, one) && places.has(one.entity!))
      })
  }

  private mentionAt(word: Word, { sentence }: Analysis): Mention | undefined {
    return (this.mentionsIn.get(sentence.id) ?? [])
      .filter((mention) => mention.start <= word.start && word.end <= mention.end && mention.entity !== null)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
  }

  private nameAt(span: Span): string {
    const mention = this.layers.mentions.find(
      ({ start, end, entity }) => start === span.start && end === span.end && entity,
    )
    return this.names.get(mention?.entity ?? '') ?? this.document.text.slice(span.start, span.end)
  }

  private firstName(entity: string): Argument {
    const first = this.layers.mentions.find((mention) => mention.entity === entity && mention.kind === 'name')
    return toArgument(first ?? this.layers.mentions.find((mention) => mention.entity === entity)!)
  }
}

/** What stands before a place that is told: "in neighbouring" Indiana. */
const LOCAL = /\b(?:in|at|near|around|across|outside|off)\s+(?:[\p{Ll}-]+\s+){0,2}$/iu

/** "employs 5,900, most of them [in Ohio]": where most are, not of whom the figure is. */
const isOfThem = (place: Word, tree: Tree): boolean => {
  const before = tree.word((tree.child(place, 'case') ?? place).index - 1)
  return before?.upos === 'PRON' && tree.child(before, 'case')?.form === 'of'
}

const isWhere = ({ form }: Word): boolean => form.toLowerCase() === 'where'

const lemmaOf = (word: Word | undefined): string => word?.lemma.toLowerCase() ?? ''
