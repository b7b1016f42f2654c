const field = document.querySelector('input')
const parts = [...document.querySelectorAll('[data-part]')]
const texts = parts.map((part) => part.textContent.toLowerCase())

/** Shows the parts that have the words in them. */
field.addEventListener('input', () => {
  const words = field.value.toLowerCase().trim()
  parts.forEach((part, at) => {
    part.hidden = !texts[at].includes(words)
  })
})

/** Opens what holds the sentence that a link leads to. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const part = target?.closest('details')
  if (!part) return
  part.hidden = false
  part.open = true
  target.scrollIntoView({ block: 'center' })
}
addEventListener('hashchange', reveal)
reveal()
