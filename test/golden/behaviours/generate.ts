// Writes the expected texts anew, from the built program. Read the difference before it is committed.
import {writeFileSync} from 'node:fs'
import {names} from '../help/pages.ts'
import {behavioursOf} from './behave.ts'

for (const name of names) writeFileSync(new URL(`${name}.txt`, import.meta.url), await behavioursOf(name))
