// npm run noun -- PLUGIN 'NOUN' [SERVICE/SDK.RESOURCE]: the files of a noun from the reference, to be completed by hand.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {nounFiles} from './files.ts'
import {dashed} from './names.ts'

const [plugin, noun, wanted] = process.argv.slice(2)
if (plugin === undefined || noun === undefined) fail("usage: npm run noun -- PLUGIN 'NOUN' [SERVICE/SDK.RESOURCE]")
const folder = join(import.meta.dirname, '..', '..', 'plugins', plugin)
if (!existsSync(join(folder, 'package.json')))
  fail(`plugins/${plugin} does not exist; see docs/plugins.md for its package.json.`)
const {osc} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {osc: {services: string[]}}
const {files, left} = nounFiles({noun, services: osc.services, wanted})
if (files.size === 0) fail(`The reference has no commands of '${noun}'.`)
if (!files.has(`src/${dashed(noun)}.ts`))
  console.error(
    `No SDK resource is named '${noun}': write src/${dashed(noun)}.ts by hand, or name SERVICE/SDK.RESOURCE.`,
  )

for (const [path, text] of files) {
  const file = join(folder, path)
  if (existsSync(file)) {
    console.error(`exists  plugins/${plugin}/${path}`)
    continue
  }
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
  console.log(`written plugins/${plugin}/${path}`)
}
console.log(
  [
    `Next: npx biome check --write plugins/${plugin}`,
    'Add the sandbox collections to src/sandbox/index.ts, write the empty descriptions, and what the reference does not explain:',
    ...left.map((line) => `  ${line}`),
  ].join('\n'),
)

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
