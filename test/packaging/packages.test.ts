import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {publint} from 'publint'
import {formatMessage} from 'publint/utils'
import {asObject, asText} from '#json'
import {type Packed, packAll, sources} from './packages.ts'

describe('packages', () => {
  const target = mkdtempSync(join(tmpdir(), 'osc-pack-'))
  const packed = new Map<string, Packed>()
  const get = (name: string): Packed => {
    const found = packed.get(name)
    assert.ok(found, `npm packed no ${name}`)
    return found
  }
  const paths = (name: string) => get(name).files.map(({path}) => path)

  before(async () => {
    for (const each of await packAll(target)) packed.set(each.name, each)
  })
  after(() => rmSync(target, {recursive: true, force: true}))

  for (const {name, folder, packageJson} of sources()) {
    describe(name, () => {
      it('holds what runs: no sources, tests, build state or maps of them', () => {
        const unwanted = /(^|\/)(src|test|node_modules)\/|\.tsbuildinfo$|(?<!\.d)\.ts$|\.test\.|^tsconfig/
        // The templates are sources by nature.
        assert.deepEqual(
          paths(name).filter((path) => unwanted.test(path) && !path.startsWith('templates/')),
          [],
        )
      })

      const directory = asText(asObject(packageJson.oclif).commands)
      // The set has no commands of its own.
      const ifCommands = directory === undefined ? () => {} : it
      ifCommands('holds its manifest and the commands that it lists', () => {
        assert.ok(directory)
        const manifest = asObject(JSON.parse(readFileSync(join(folder, 'oclif.manifest.json'), 'utf8')))
        const ids = Object.keys(asObject(manifest.commands))
        assert.ok(ids.length > 0, 'the manifest lists no command')
        const files = new Set(paths(name))
        assert.ok(files.has('oclif.manifest.json'), 'oclif.manifest.json is not packed')
        const missing = ids.filter((id) => {
          const file = join(directory, ...id.split(':'))
          return !files.has(`${file}.js`) && !files.has(join(file, 'index.js'))
        })
        assert.deepEqual(missing, [])
      })

      it('has a README for its page in the registry', () => {
        assert.ok(paths(name).includes('README.md'))
      })

      it('has executable programs', () => {
        for (const [program, path] of Object.entries(asObject(get(name).packageJson.bin))) {
          const file = get(name).files.find((each) => each.path === asText(path))
          assert.ok(file, `${program}: ${asText(path)} is not packed`)
          assert.equal(file.mode & 0o111, 0o111, `${file.path} is not executable`)
        }
      })

      it('passes publint', async () => {
        const {tarball} = get(name)
        const bytes = new Uint8Array(readFileSync(tarball))
        const {messages, pkg} = await publint({
          pack: {tarball: bytes.buffer},
          level: 'warning',
          strict: true,
        })
        // That condition is for this repository: sources are not packed.
        const found = messages.filter(({path}) => path.at(-1) !== '@osc/source')
        assert.deepEqual(
          found.map((message) => formatMessage(message, pkg, {color: false})),
          [],
        )
      })
    })
  }

  it('of plugins ask for the cores that their peer dependency names', () => {
    for (const {packageJson, name} of packed.values()) {
      const range = asObject(packageJson.peerDependencies)['@osc-cli/core']
      if (range !== undefined) assert.equal(asObject(packageJson.osc).core, range, name)
    }
  })

  it('have one version, and the set pins all of them exactly', () => {
    const versions = new Set([...packed.values()].map(({version}) => version))
    assert.equal(versions.size, 1, [...versions].join(', '))
    const [version] = versions
    const members = [...packed.keys()].filter((name) => name !== '@osc-cli/all')
    const pinned = Object.fromEntries(members.sort().map((name) => [name, version]))
    assert.deepEqual(asObject(get('@osc-cli/all').packageJson.dependencies), pinned)
  })
})
