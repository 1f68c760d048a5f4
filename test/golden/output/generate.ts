// Writes golden.json: what cliff prints for cases.json. Run: node --conditions=@osc/source test/golden/output/generate.ts
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'

const here = new URL('.', import.meta.url)
const cases = JSON.parse(readFileSync(new URL('cases.json', here), 'utf8')) as unknown[]
const driver = new URL('cliff_driver.py', here).pathname
const output = execFileSync('/usr/bin/python3', [driver], {
  input: readFileSync(new URL('cases.json', here), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('  {'))
    .map((line) => `${line.trim().replace(/,$/, '')}\n`)
    .join(''),
  encoding: 'utf8',
})
const answers = output.trimEnd().split('\n')
if (answers.length !== cases.length) throw new Error(`${cases.length} cases, ${answers.length} answers.`)
writeFileSync(new URL('golden.json', here), `[\n${answers.map((answer) => `  ${answer}`).join(',\n')}\n]\n`)
