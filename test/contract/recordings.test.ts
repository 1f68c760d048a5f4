import assert from 'node:assert/strict'
import {globSync} from 'node:fs'
import {join} from 'node:path'
import {referenceCommands} from '../reference/read.ts'
import {repository} from '../support/program.ts'
import {differencesIn} from '../support/recording/differences.ts'
import {filesBeside, readRecording} from '../support/recording/recording.ts'
import {type Replay, startReplay} from '../support/recording/replay.ts'
import {commandOn, providers} from './manifests.ts'

/** Plugins with a recording of each command that lists or shows. */
const COMPLETE = [
  'core',
  'identity',
  'orchestration',
  'object-store',
  'compute',
  'image',
  'volume',
  'network',
  'workflow',
  'messaging',
  'alarming',
]

/** Plugins with a recording of every command, of those that change something as well. */
const WITH_CHANGES = ['workflow', 'messaging', 'alarming']

/** What the reference client has as well. */
const COMPARABLE = new Set(referenceCommands().map(({name}) => name))

/** Commands that cannot be recorded, with the reason. */
const UNRECORDED: Readonly<Record<string, string>> = {
  'volume message show': 'openstack prints None for each field of a message',
  'security group default statefulness show': 'openstack reads another key than Neutron sends, and prints None',
  'network trunk subport list': 'openstack 10.2.1 has it as network subport list only',
  'action execution delete': 'Mistral allows it only where allow_action_execution_deletion is set',
  'messaging subscription update': 'openstack resets the options that are not given, and prints no ID',
  'alarm metrics': 'it needs a Prometheus',
  'command list': 'it does not log in',
  'configuration show': 'it does not log in',
  'module list': 'it does not log in',
}

for (const provider of providers()) {
  const {name, commands} = provider
  const folder = join(repository, name === 'core' ? '.' : join('plugins', name), 'test/recordings')
  const files = globSync('*.json', {cwd: folder}).sort()
  if (files.length === 0) continue
  describe(`plugin ${name}: recordings`, function () {
    this.timeout(20_000)
    let replay: Replay
    before(async () => {
      replay = await startReplay()
    })
    after(() => replay?.stop())

    const recordings = files.map((file) => readRecording(join(folder, file)))
    if (COMPLETE.includes(name))
      it(`there is one of each command${WITH_CHANGES.includes(name) ? '' : ' that lists or shows'}`, () => {
        const lines = recordings.map(({argv}) => `${argv.join(' ')} `)
        const isExpected = (id: string) => COMPARABLE.has(id) && !Object.hasOwn(UNRECORDED, id)
        const isRecorded = (id: string) => WITH_CHANGES.includes(name) || /\b(list|show)$/.test(id)
        const wanted = [...commands.keys()].filter((id) => isRecorded(id) && isExpected(id))
        assert.deepEqual(
          wanted.filter((id) => !lines.some((line) => line.startsWith(`${id} `))),
          [],
        )
      })

    for (const [i, recording] of recordings.entries()) {
      const file = files[i] ?? ''
      it(recording.argv.join(' '), async () => {
        const calls = commandOn(recording.argv, provider)?.[1].calls
        const found = await differencesIn(recording, replay, calls, filesBeside(folder))
        if (found.length > 0) assert.fail(`${file}:\n${found.map((line) => `  ${line}\n`).join('')}`)
      })
    }
  })
}
