import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {packManifest, unpackManifest} from '#plugins/packed-manifest'
import {FIXED_PLUGINS} from '../../support/fixed-core.ts'
import {repository} from '../../support/program.ts'

type Commands = Record<string, Parameters<typeof packManifest>[0][number]>

const manifests = Object.keys(FIXED_PLUGINS).map((folder) => {
  const file = join(repository, 'plugins', folder, 'oclif.manifest.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as {commands: Commands}).commands
})

describe('a manifest of a plugin that is known', () => {
  it('keeps names, texts, flags and arguments of every command', () => {
    for (const commands of manifests) {
      const {commands: read} = unpackManifest(packManifest(Object.values(commands))) as {commands: Commands}
      assert.deepEqual(Object.keys(read), Object.keys(commands))
      for (const [id, {summary, roles, flags, args}] of Object.entries(commands)) {
        const found = read[id]
        assert.deepEqual([found?.summary, found?.roles], [summary, roles], id)
        assert.deepEqual(Object.keys(found?.flags ?? {}), Object.keys(flags), id)
        assert.deepEqual(Object.keys(found?.args ?? {}), Object.keys(args), id)
        for (const [name, {description, char, options}] of Object.entries(flags)) {
          const {description: unpacked, char: short, options: choices} = found?.flags[name] ?? {}
          assert.deepEqual([unpacked, short, choices ?? []], [description, char, options ?? []], `${id} --${name}`)
        }
      }
    }
  })

  it('takes so little that 1,659 commands are less than 1 MB', () => {
    const all = manifests.map((commands) => Object.values(commands))
    const bytes = all.reduce((sum, commands) => sum + JSON.stringify(packManifest(commands)).length, 0)
    assert.ok((bytes / all.flat().length) * 1659 < 1_000_000, `${bytes / all.flat().length} bytes a command`)
  })

  it('is left alone when it is not packed', () => {
    const manifest = {commands: {}}
    assert.equal(unpackManifest(manifest), manifest)
  })
})
