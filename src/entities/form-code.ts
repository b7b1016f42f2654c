import type { Reference } from './reference.ts'

/** Pronouns by form, as the scorer numbers them from 1. */
export const FORMS = ['he', 'she', 'it', 'they', 'i', 'we', 'you', 'this']
const FORM_OF: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'he him his himself',
    'she her hers herself',
    'it its itself',
    'they them their theirs themselves',
    'i me my mine myself',
    'we us our ours ourselves',
    'you your yours yourself yourselves',
    'this that these those',
  ].flatMap((forms, at) => forms.split(' ').map((form) => [form, at + 1])),
)
/** 0 for no pronoun, else which one, whatever its case. */
export const formCode = ({ kind, head }: Reference): number =>
  kind === 'pronoun' ? (FORM_OF[head.form.toLowerCase()] ?? FORMS.length + 1) : 0
