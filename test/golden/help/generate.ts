// Writes the expected pages again, from the built program: node --conditions=@osc/source test/golden/help/generate.ts
import {writeFileSync} from 'node:fs'
import {names, pagesOf} from './pages.ts'

for (const name of names) writeFileSync(new URL(`${name}.txt`, import.meta.url), await pagesOf(name))
