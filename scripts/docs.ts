/** npm run docs: writes docs/data-model.md from the schema. */
import { writeFileSync } from 'node:fs'
import { dataModelPage } from '../src/test/data-model-page.ts'

writeFileSync('docs/data-model.md', dataModelPage())
