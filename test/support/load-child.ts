/** Loads made-up articles into the store at argv[2], one at a time, and says which are safe; made to be killed. */
import { makeArticle } from '../../bench/make-corpus.ts'
import { loadAll } from '../../src/store/load-all.ts'
import { openStore } from '../../src/store/open-store.ts'

const store = await openStore(process.argv[2])
await store.prepare()
process.stdout.write('ready\n')
function* articles() {
  for (let number = 0; number < Number(process.argv[3]); number++) yield makeArticle(number)
}
for (const article of articles())
  await loadAll(store, [article], {
    version: 'test',
    onReport: (report) => process.stdout.write(`${report.article}\n`),
  })
await store.close()
process.stdout.write('done\n')
