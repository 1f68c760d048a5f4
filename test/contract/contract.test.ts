import assert from 'node:assert/strict'
import {unavailable} from '../../plugins/tripleo/src/unavailable.ts'
import {referenceCommands} from '../reference/read.ts'
import {differencesOf} from './compare.ts'
import {complete} from './complete.ts'
import {differences} from './differences.ts'
import {providers} from './manifests.ts'

const reference = new Map(referenceCommands().map((command) => [command.name, command]))
const plugins = providers()

for (const {name: plugin, commands} of plugins) {
  describe(`plugin ${plugin}`, () => {
    for (const [name, ours] of commands) {
      const wanted = reference.get(name)
      // Commands that never run accept any options.
      if (!wanted || Object.hasOwn(unavailable, name)) continue
      it(`${name} matches the reference`, () => {
        const found = differencesOf(wanted, ours)
        const deliberate = Object.keys(differences[name] ?? {}).filter((line) => !line.startsWith('columns'))
        const lines = [
          ...found.filter((line) => !deliberate.includes(line)),
          ...deliberate.filter((line) => !found.includes(line)).map((line) => `not so: '${line}' (differences.ts)`),
        ]
        if (lines.length > 0)
          assert.fail(`${name} of ${wanted.client}:\n${lines.map((line) => `  ${line}\n`).join('')}`)
      })
    }

    for (const api of complete[plugin] ?? [])
      it(`has every command of ${api}`, () => {
        const wanted = [...reference.values()].filter((command) => command.api === api)
        assert.ok(wanted.length > 0, `The reference has no API ${api}.`)
        const missing = wanted.filter(({name}) => !commands.has(name)).map(({name}) => name)
        assert.deepEqual(missing, [])
      })
  })
}

describe('deliberate differences', () => {
  it('name commands that a plugin provides', () => {
    const names = plugins.flatMap(({commands}) => [...commands.keys()])
    assert.deepEqual(
      Object.keys(differences).filter((name) => !names.includes(name)),
      [],
    )
  })

  it('name plugins of this repository', () => {
    const names = plugins.map(({name}) => name)
    assert.deepEqual(
      Object.keys(complete).filter((name) => !names.includes(name)),
      [],
    )
  })
})
