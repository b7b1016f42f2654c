import { z } from 'zod'
import { Article } from './article.ts'
import { Attribution, Claim, Quotation } from './claim.ts'
import { Diagnostic } from './diagnostic.ts'
import { Sentence } from './document.ts'
import { Entity, Mention } from './mention.ts'
import { Quantity, TimeExpression } from './quantity.ts'

/** Everything read from one article: what `extract --format jsonl` prints as a line and what the stores load. */
export const Extraction = z.object({
  format: z.literal('wiregraph/extraction@1'),
  article: Article.omit({ publishedTime: true, zones: true, diagnostics: true }),
  sentences: z.array(Sentence),
  mentions: z.array(Mention),
  entities: z.array(Entity),
  quantities: z.array(Quantity),
  times: z.array(TimeExpression),
  quotations: z.array(Quotation),
  attributions: z.array(Attribution),
  claims: z.array(Claim),
  diagnostics: z.array(Diagnostic),
})
export type Extraction = Readonly<z.infer<typeof Extraction>>
