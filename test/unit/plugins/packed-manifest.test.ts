import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {commandPage} from '#help/command-page'
import type {CommandFacts} from '#help/facts'
import {packManifest, unpackManifest} from '#plugins/packed-manifest'
import type {IndexedPlugin} from '#plugins/types'
import {missingPlugins} from '../../../bench/breadth.ts'
import {referenceCommands} from '../../reference/read.ts'
import {repository} from '../../support/program.ts'

type Commands = Parameters<typeof packManifest>[0]

const manifests = globSync('plugins/*/oclif.manifest.json', {cwd: repository}).map((file): Commands => {
  const {commands} = JSON.parse(readFileSync(join(repository, file), 'utf8')) as {commands: Record<string, Commands[0]>}
  return Object.values(commands)
})

const plugin: IndexedPlugin = {
  name: 'it',
  version: '1.0.0',
  root: '/nowhere',
  kind: 'bundled',
  namespaces: [],
  services: ['it'],
  displayName: 'It',
  commandsDir: './dist/commands',
  foreign: false,
}
const context = {now: 0, config: undefined, problem: undefined, access: undefined, microversions: {}, extensions: {}}
const view = {program: 'osc', env: {}, context: {...context, names: {}}, all: true}
/** A page and its data. What is false may be absent. */
const pageOf = (command: CommandFacts): unknown =>
  JSON.parse(JSON.stringify(commandPage(command, plugin, view), (_, value) => (value === false ? undefined : value)))

describe('a manifest of a plugin that is known', () => {
  it('leaves nothing out of help pages but the requests', () => {
    for (const commands of manifests) {
      const read = unpackManifest(packManifest(commands)) as {commands: Record<string, CommandFacts>}
      assert.deepEqual(
        Object.keys(read.commands),
        commands.map(({id}) => id),
      )
      for (const command of commands) {
        const facts = {...command, calls: undefined} as unknown as CommandFacts
        assert.deepEqual(pageOf(read.commands[command.id] as CommandFacts), pageOf(facts), command.id)
      }
    }
  })

  it('takes less than 1 MB for all commands of the reference', () => {
    const missing = [...missingPlugins().values()].map((commands) =>
      Object.entries(commands).map(([id, command]) => ({...command, id})),
    )
    const all = [...manifests, ...missing]
    assert.ok(all.flat().length >= referenceCommands().length)
    const bytes = all.reduce((sum, commands) => sum + Buffer.byteLength(JSON.stringify(packManifest(commands))), 0)
    assert.ok(bytes < 1_000_000, `${bytes} bytes`)
  })

  it('is left alone when it is not packed', () => {
    const manifest = {commands: {}}
    assert.equal(unpackManifest(manifest), manifest)
  })
})
