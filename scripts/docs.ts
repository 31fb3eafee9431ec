/** npm run docs: writes docs/data-model.md from the schema, and docs/export-format.schema.json from the collections. */
import { writeFileSync } from 'node:fs'
import { archiveSchemaText } from '../src/test/archive-schema.ts'
import { dataModelPage } from '../src/test/data-model-page.ts'

writeFileSync('docs/data-model.md', dataModelPage())
writeFileSync('docs/export-format.schema.json', archiveSchemaText())
