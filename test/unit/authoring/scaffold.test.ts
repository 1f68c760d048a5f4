import assert from 'node:assert/strict'
import {existsSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {makePlace, type Place, removePlace} from '../../support/place.ts'
import {repository} from '../../support/program.ts'
import {run, runProgram} from '../../support/run.ts'

describe('a new plugin whose noun another plugin has', () => {
  it('is created with a warning', async () => {
    const place = makePlace()
    try {
      const {stderr} = await run(['plugins', 'create', 'mine', '--noun', 'project'], {place})
      assert.match(
        stderr,
        /^@osc-cli\/plugin-identity already has the command 'project list', which takes precedence\./,
      )
    } finally {
      removePlace(place)
    }
  })
})

describe('a new plugin whose noun has two words', function () {
  this.timeout(120_000)
  let place: Place
  let folder: string
  before(async () => {
    place = makePlace()
    folder = join(place.work, 'osc-plugin-storage')
    const {status, stderr} = await run(['plugins', 'create', 'storage', '--noun', 'storage policy'], {place})
    assert.equal(status, 0, stderr)
    assert.match(stderr, /^Next:\n[\s\S]*npx osc --os-cloud sandbox storage policy list\n$/)
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  })
  after(() => removePlace(place))

  const ok = async (...words: string[]): Promise<string> => {
    const {status, stdout, stderr} = await runProgram(words, {place, cwd: folder})
    assert.equal(status, 0, `${words.join(' ')}\n${stdout}${stderr}`)
    return stdout
  }
  const inModules = (name: string) => join(repository, 'node_modules', '.bin', name)

  it('has a folder for each word, and no word of the template', async () => {
    assert.ok(existsSync(join(folder, 'src/commands/storage/policy/list.ts')))
    assert.ok(existsSync(join(folder, 'src/storage-policy.ts')))
    const {stdout} = await runProgram(['grep', '-riE', 'widget|\\bitems?\\b', 'src', 'test', 'README.md'], {
      place,
      cwd: folder,
    })
    assert.equal(stdout, '')
  })

  it('builds, has nothing to lint, and passes its tests', async () => {
    await ok(...place.program, 'plugins', 'build')
    await ok(...place.program, 'plugins', 'lint')
    await ok(inModules('biome'), 'check', '.')
    assert.match(await ok(inModules('mocha')), /\d+ passing/)
  })

  it('refuses a noun that is not valid', async () => {
    const {status, stderr} = await run(['plugins', 'create', 'other', '--noun', 'Storage-Pool'], {place})
    assert.equal(status, 2)
    assert.match(stderr, /'Storage-Pool' is not a valid noun\.\nUse words of lowercase letters and digits/)
  })
})
