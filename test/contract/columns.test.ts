import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {unavailable} from '../../plugins/tripleo/src/unavailable.ts'
import {type ReferenceCommand, referenceCommands} from '../reference/read.ts'
import {differences} from './differences.ts'
import {type DeclaredCommand, providers} from './manifests.ts'

/** Lists that print nothing here: newer services, and so the sandbox, no longer have the API, or osc never runs them. */
const UNAVAILABLE = ['compute agent list', ...Object.keys(unavailable)]

/** Commands that create what a list needs, where its options do not name it. */
const SETUP: Readonly<Record<string, readonly string[]>> = {
  // A plan without files: the sandbox's Heat refuses those of the starter plan.
  'overcloud roles list': ['container create overcloud', 'container set overcloud --property usage-tripleo=plan'],
}

const listers = new Map(referenceCommands().flatMap((command) => (command.columns ? [[command.name, command]] : [])))

for (const {name: plugin, commands} of providers()) {
  const lists = [...commands].flatMap(([name, ours]) => {
    const reference = listers.get(name)
    // A list of something's parts needs that thing: its recording has the headers.
    return reference && !needsValues(ours) && !UNAVAILABLE.includes(name) ? [{name, ours, reference}] : []
  })
  if (lists.length === 0) continue
  describe(`plugin ${plugin}: columns`, function () {
    // The first one loads the plugins.
    this.timeout(20_000)

    let cloud: TestCloud
    before(async () => {
      cloud = await startTestCloud()
    })
    after(() => cloud?.close())

    for (const {name, ours, reference} of lists)
      it(name, async () => {
        for (const line of SETUP[name] ?? []) assert.equal((await cloud.osc(...line.split(' '))).status, 0, line)
        const argv = [...name.split(' '), ...oneOfEach(ours)]
        const found = [...(await compared(argv, reference.columns, reference)), ...(await withLong(argv, reference))]
        assert.deepEqual(
          found,
          Object.keys(differences[name] ?? {}).filter((text) => text.startsWith('columns')),
        )
      })

    const withLong = async (argv: readonly string[], reference: ReferenceCommand): Promise<string[]> =>
      reference.longColumns ? await compared([...argv, '--long'], reference.longColumns, reference) : []

    /** The differences between the headers that a list prints and those of the reference. */
    async function compared(
      argv: readonly string[],
      columns: readonly string[] = [],
      {columnsVary}: ReferenceCommand,
    ): Promise<string[]> {
      const {status, stdout, stderr} = await cloud.osc(...argv, '-f', 'csv')
      assert.equal(status, 0, stderr)
      const header = stdout.split('\n')[0] ?? ''
      const have = [...header.matchAll(/"([^"]*)"/g)].map(([, column = '']) => column)
      const [shown, want] = [columnsVary ? have.filter((column) => columns.includes(column)) : have, columns]
      const long = argv.at(-1) === '--long' ? ' with --long' : ''
      return shown.join() === want.join() ? [] : [`columns${long}: ${have.join(', ')}; not ${want.join(', ')}`]
    }
  })
}

function needsValues({args, flags}: DeclaredCommand): boolean {
  return [...Object.values(args), ...Object.values(flags)].some(({required}) => required)
}

/** The first of each group of switches of which one has to be given. */
function oneOfEach({flags}: DeclaredCommand): string[] {
  const first = Object.entries(flags).filter(([name, {exactlyOne = []}]) => exactlyOne[0] === name)
  return first.map(([name]) => `--${name}`)
}
