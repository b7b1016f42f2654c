import { z } from 'zod'

/** models/encoder/labels.json: label lists (place = number) and special pieces. */
export const Labels = z.object({
  version: z.string(),
  upos: z.array(z.string()),
  xpos: z.array(z.string()),
  rel: z.array(z.string()),
  ner: z.array(z.string()),
  special: z.object({ cls: z.int(), sep: z.int(), unk: z.int(), pad: z.int() }),
  maxPieces: z.int(),
})
export type Labels = Readonly<z.infer<typeof Labels>>
