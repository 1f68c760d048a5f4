import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {commandLine, lineOf} from '#advice/remedies/command-line'
import {isSafeVerb} from '#advice/remedies/verbs'
import {example, possible} from '#advice/suggest/missing'
import {type CommandFacts, factsOf} from '#help/facts'
import {pluginHelp} from '#help/plugin-help'
import {LineFault} from '#line/fault'
import {type ArgTable, parseCommand} from '#line/parse'
import type {FlagTable} from '#line/tokens'
import {discover} from '#plugins/discover'
import {isCommandStart} from '../../support/docs/check-command.ts'
import {repository} from '../../support/program.ts'
import {literalsOf, type Proposed, proposedIn, wrongWithProposed} from '../../support/proposed-lines.ts'

const {index} = discover({coreRoot: repository, root: repository, dataDir: '/nonexistent'})
const commands = index.plugins
  .filter(({foreign}) => !foreign)
  .flatMap((plugin) => [...factsOf(plugin).values()].filter(({hidden}) => !hidden))

const read = (file: string) => readFileSync(join(repository, file), 'utf8')

async function faultsIn(proposed: readonly Proposed[]): Promise<string[]> {
  const faults = await Promise.all(proposed.map(wrongWithProposed))
  return [...new Set(faults.filter((fault) => fault !== undefined))]
}

/** As if an earlier command had listed every noun. */
const namesOf = (noun: string) =>
  isCommandStart(`${noun} list`) ? {values: ['NAME'], source: `osc ${noun} list`} : undefined

const parsed = ({flags, args}: CommandFacts) =>
  parseCommand([], flags as unknown as FlagTable, args as unknown as ArgTable, undefined)

const inTexts = (texts: readonly string[]) => texts.flatMap((text) => proposedIn(text, isCommandStart))

describe('lines that osc proposes parse', () => {
  it('in the examples of all commands', async () => {
    const examples = commands.flatMap(({examples: all = []}) =>
      all.map((example) => (typeof example === 'string' ? example : example.command)),
    )
    assert.ok(examples.length > commands.length)
    assert.deepEqual(await faultsIn(examples.map((line) => ({line: line.replace(/^osc /, ''), whole: true}))), [])
  })

  for (const folder of ['src', ...globSync('plugins/*/src', {cwd: repository}).sort()])
    it(`in the texts of ${folder}`, async () => {
      const texts = globSync(`${folder}/**/*.ts`, {cwd: repository}).flatMap((file) => literalsOf(read(file)))
      assert.deepEqual(await faultsIn(inTexts(texts)), [])
    })

  it('after failures', async () => {
    const golden = JSON.parse(read('test/golden/failures/golden.json')) as Record<string, {json: {next: string[]}}>
    const lines = Object.values(golden).flatMap(({json}) =>
      json.next.filter((line) => line.startsWith('osc ') && !/ rack /.test(line)),
    )
    assert.ok(lines.length > 50)
    assert.deepEqual(await faultsIn(lines.map((line) => ({line: line.slice(4), whole: true}))), [])
  })

  it('made from a noun, a verb and a name', async () => {
    const lines = commands.flatMap((facts) => lineOf(facts, 'NAME') ?? [])
    assert.ok(lines.length > commands.length / 2)
    assert.deepEqual(await faultsIn(lines.map((line) => ({line, whole: true}))), [])
  })

  it('for the state of a resource, and those that add something name it', async () => {
    const faults: string[] = []
    for (const plugin of index.plugins)
      for (const [noun, {states = []}] of Object.entries((await pluginHelp(plugin))?.nouns ?? {}))
        for (const verb of new Set(states.flatMap(({verbs}) => verbs).filter(isSafeVerb))) {
          const line = commandLine(`${noun} ${verb}`, 'NAME', index)
          if (line && verb.startsWith('add ') && line.endsWith(' NAME')) faults.push(line)
        }
    assert.deepEqual(faults, [])
  })

  it('where an argument or an option is missing', async () => {
    const proposed: Proposed[] = []
    for (const facts of commands) {
      const error = await parsed(facts).catch((thrown: unknown) => thrown)
      if (!(error instanceof LineFault) || error.fault.kind !== 'missing') continue
      const argv = facts.id.split(/[: ]/)
      const line = {argv, used: argv.map((_, at) => at), id: argv.join(' '), index, program: 'osc'}
      const next = example(possible(error.fault.names, facts, namesOf), line, facts, namesOf)
      if (next?.startsWith('osc ')) proposed.push({line: next.slice(4), whole: true})
    }
    assert.ok(proposed.length > 500)
    assert.deepEqual(await faultsIn(proposed), [])
  })
})

describe('what is wrong with a proposed line', () => {
  const cases: [text: string, wrong: RegExp | undefined][] = [
    ['osc region list', undefined],
    ['osc is a program. It lists regions.', undefined],
    [`List them with: osc \${resource.noun} list`, undefined],
    ['{osc} --os-cloud {choice} {line}', undefined],
    ['osc mapping create --rules \'[{"local": []}]\' m', undefined],
    ['osc region show $(osc region lists -f value)', /not a command/],
    ['Show the regions: osc region lists.', /not a command/],
    [`Undo: \${program} region delete --really \${name}`, /--really/],
    ['{program} region show', /Missing argument/],
    ['Show one: osc region show', undefined],
  ]
  for (const [text, wrong] of cases)
    it(text, async () => {
      const [fault] = await faultsIn(inTexts([text]))
      if (wrong) assert.match(fault ?? '', wrong)
      else assert.equal(fault, undefined)
    })
})
