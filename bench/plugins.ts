// What a start costs with many plugins: osc against itself with none and with one, and a plain oclif program with the same plugins.
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {makePluginPlace} from '../test/support/plugin-fixture.ts'
import {program, repository} from '../test/support/program.ts'
import {median, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '15'},
    plugins: {type: 'string', default: '100'},
    commands: {type: 'string', default: '30'},
  },
})

const LINES = [
  ['catalog', 'show', '--help'],
  ['plugin1', 'noun1', 'show'],
]

const [none, few, many] = [makePlace(), makePlace(), makePlace()]
const measure = startMeasure()
try {
  addPlugins(few.root, 1)
  addPlugins(many.root, Number(values.plugins))
  const cases = new Map([['node -e 0', {argv: [process.execPath, '-e', '0'], place: few}]])
  // A command of a plugin there is not with none.
  for (const [at, line] of LINES.entries())
    for (const place of at === 0 ? [none, few, many] : [few, many])
      cases.set(nameOf('osc', at, place), {argv: [...program(), ...line], place})
  for (const place of [few, many]) {
    const argv = [process.execPath, join(place.root, 'oclif/run.js'), 'plugin1', 'noun1', 'show']
    cases.set(nameOf('oclif', 1, place), {argv, place})
  }
  const costs = new Map<string, number[]>()
  // Round 0 fills the caches; each round runs everything once, so that a busy moment hits all alike.
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const [name, {argv, place}] of cases) {
      const {cpu} = await measure.run(argv, cleanEnv(place))
      if (round > 0) costs.set(name, [...(costs.get(name) ?? []), cpu])
    }
  }
  report(costs)
} finally {
  measure.stop()
  removePlace(none)
  removePlace(few)
  removePlace(many)
}

function nameOf(tool: string, line: number, place: typeof few): string {
  const count = place === none ? 0 : place === few ? 1 : values.plugins
  return `${tool} ${LINES[line]?.join(' ')}, ${count} ${count === 1 ? 'plugin' : 'plugins'}`
}

/** The same plugins for osc, as the user would install them, and for a plain oclif program in `oclif/`. */
function addPlugins(root: string, count: number): void {
  const fixture = makePluginPlace(root)
  const names = Array.from({length: count}, (_, at) => `plugin${at + 1}`)
  const flags = Object.fromEntries(
    ['format', 'column', 'name', 'project', 'limit'].map((name) => [
      name,
      {name, type: 'option', description: `What ${name} is good for, in a sentence.`, multiple: false},
    ]),
  )
  for (const name of names) {
    const ids = Array.from({length: Number(values.commands)}, (_, at) => `${name}:noun${at + 1}:show`)
    const commands = Object.fromEntries(ids.map((id) => [id, {flags, summary: `Show ${id}.`}]))
    fixture.plugin(`data/node_modules/${name}`, name, {commands})
    fixture.write(
      `data/node_modules/${name}/dist/commands/${name}/noun1/show.js`,
      `import {Command} from '@oclif/core'\nexport default class extends Command {\n  async run() {}\n}\n`,
    )
  }
  fixture.note(...names)
  mkdirSync(join(root, 'oclif'), {recursive: true})
  symlinkSync(join(root, 'data/node_modules'), join(root, 'oclif/node_modules'))
  mkdirSync(join(root, 'data/node_modules/@oclif'))
  symlinkSync(join(repository, 'node_modules/@oclif/core'), join(root, 'data/node_modules/@oclif/core'))
  const oclif = {bin: 'plain', dirname: 'plain', commands: './none', topicSeparator: ' ', plugins: names}
  const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']))
  fixture.write('oclif/package.json', {name: 'plain', version: '1.0.0', type: 'module', oclif, dependencies})
  writeFileSync(
    join(root, 'oclif/run.js'),
    `import {execute} from '@oclif/core'\nawait execute({dir: import.meta.url})\n`,
  )
}

function report(costs: ReadonlyMap<string, readonly number[]>): void {
  const typical = (name: string) => median(costs.get(name) ?? [])
  const bare = typical('node -e 0')
  const rows = [...costs.keys()].map((name) => {
    const against = (count: string): string => {
      const other = typical(name.replace(/, \d+ plugins?$/, `, ${count}`))
      return /, \d/.test(name) && other > 0 ? (typical(name) / other).toFixed(2) : ''
    }
    return [
      name,
      (typical(name) * 1000).toFixed(0),
      (typical(name) / bare).toFixed(2),
      against('0 plugins'),
      against('1 plugin'),
    ]
  })
  printTable(['command', 'cpu ms', 'x node', 'x none', 'x 1 plugin'], rows)
}
