/** The dictionary form of a word. */
export function lemmaOf(form: string, upos: string, _xpos: string): string {
  return upos === 'PROPN' ? form : form.toLowerCase()
}
