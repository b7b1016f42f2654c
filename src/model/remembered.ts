/** A function of a word that finds each answer once, as long as they are not too many. */
export function remembered<T>(find: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>()
  return (word) => {
    let answer = answers.get(word)
    if (answer === undefined) {
      answer = find(word)
      if (answers.size >= MOST) answers.clear()
      answers.set(word, answer)
    }
    return answer
  }
}

const MOST = 20_000
