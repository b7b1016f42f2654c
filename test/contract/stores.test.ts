// One file, so that one after another uses the one Neo4j there is: they all empty it.
import './store.contract.ts'
import './refusals.contract.ts'
import './text.contract.ts'
import './export.contract.ts'
import './kill.contract.ts'
