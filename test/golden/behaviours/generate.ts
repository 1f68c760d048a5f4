// Writes the expected texts again, from the built program. Read the difference before it is committed.
import {writeFileSync} from 'node:fs'
import {CLOUDS} from '../help/clouds.ts'
import {behavioursOf} from './behave.ts'

for (const name of Object.keys(CLOUDS)) writeFileSync(new URL(`${name}.txt`, import.meta.url), await behavioursOf(name))
