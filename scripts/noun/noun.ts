// npm run noun -- PLUGIN 'NOUN' [SERVICE/SDK.RESOURCE]: the files of a noun from the reference, to be completed by hand.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {nounFiles} from './files.ts'
import {dashed} from './names.ts'
import {servicesOf} from './reference.ts'

const PLUGINS = join(import.meta.dirname, '..', '..', 'plugins')
const USAGE = "usage: npm run noun -- [--replace] PLUGIN 'NOUN' [SERVICE/SDK.RESOURCE]"
const {values, positionals} = parseArgs({options: {replace: {type: 'boolean'}}, allowPositionals: true})
const [plugin, noun, wanted] = positionals
if (plugin === undefined || noun === undefined) fail(USAGE)
// A folder of this repository, or the path of a plugin elsewhere.
const folder = [join(PLUGINS, plugin), resolve(plugin)].find((one) => existsSync(join(one, 'package.json')))
if (folder === undefined) fail(`No package.json in plugins/${plugin} or ${resolve(plugin)}: see docs/plugins.md.`)
const {osc} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {osc: {services: string[]}}
const {files, left} = nounFiles({noun, services: osc.services, isAlone: !folder.startsWith(PLUGINS), wanted})
if (files.size === 0) fail(`The reference has no commands of '${noun}'.`)
const elsewhere = servicesOf(noun)
if (!files.has(`src/${dashed(noun)}.ts`) && elsewhere.length > 0)
  fail(
    `No service in osc.services of package.json (${osc.services.join(', ')}) has the noun '${noun}'. Add one of: ${elsewhere.join(', ')}`,
  )
if (!files.has(`src/${dashed(noun)}.ts`))
  console.error(
    `No SDK resource is named '${noun}': write src/${dashed(noun)}.ts by hand, or name SERVICE/SDK.RESOURCE.`,
  )

for (const [path, text] of files) {
  const file = join(folder, path)
  if (existsSync(file) && !values.replace) {
    console.error(`exists  ${path}`)
    continue
  }
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
  console.log(`written ${path}`)
}
console.log(
  [
    `Next: npx biome check --write ${folder}`,
    'Add the sandbox collections to src/sandbox/index.ts, write the empty descriptions, and what the reference does not explain:',
    ...left.map((line) => `  ${line}`),
  ].join('\n'),
)

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
