import { type Command, Option } from 'commander'
import { examples } from './examples.ts'
import { onStore } from './with-store.ts'
import type { ExportOptions } from './write-export.ts'

/** `wiregraph export`: the graph for other programs. */
export function register(program: Command): void {
  onStore(program.command('export'))
    .description(
      'write the graph as Cypher, as CSV for neo4j-admin’s importer, as GraphML, as JSON-LD, or as one HTML page to read and pass on',
    )
    .addOption(
      new Option('--format <format>', 'form of the export')
        .choices(['cypher', 'csv', 'graphml', 'jsonld', 'html'])
        .makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'a file; a folder for csv')
    .addHelpText(
      'after',
      examples(
        'export --format cypher --out graph.cypher',
        'export --format csv --out graph-csv/',
        'export --format jsonld --out graph.jsonld',
        'export --format html --out graph.html',
      ),
    )
    .action(async (options: ExportOptions) => {
      const { writeExport } = await import('./write-export.ts')
      await writeExport(options)
    })
}
