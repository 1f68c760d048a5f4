import assert from 'node:assert/strict'
import {existsSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {scaffold} from '#authoring/scaffold'
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

describe('the package.json of a new plugin', () => {
  const names = {
    package: 'osc-plugin-inventory',
    short: 'inventory',
    service: 'inventory',
    display: 'Inventory',
    noun: 'rack',
  }
  const template = join(repository, 'templates/plugin')
  let place: Place
  before(() => {
    place = makePlace()
  })
  after(() => removePlace(place))

  function dependencies(folder: string, checkout: string | undefined): Record<string, string> {
    scaffold({template, folder: join(place.work, folder), names, version: '0.1.0', checkout})
    const text = readFileSync(join(place.work, folder, 'package.json'), 'utf8')
    return (JSON.parse(text) as {devDependencies: Record<string, string>}).devDependencies
  }

  it('is beside texts with the plural of the noun', () => {
    const folder = join(place.work, 'shelves')
    scaffold({template, folder, names: {...names, noun: 'shelf'}, version: '0.1.0'})
    const text = readFileSync(join(folder, 'src/commands/shelf/list.ts'), 'utf8')
    assert.match(text, /summary = 'List shelves'/)
  })

  it('is beside texts with the article of the noun', () => {
    const folder = join(place.work, 'articles')
    scaffold({template, folder, names: {...names, noun: 'inventory'}, version: '0.1.0'})
    const text = readFileSync(join(folder, 'src/commands/inventory/show.ts'), 'utf8')
    assert.match(text, /summary = 'Show an inventory'/)
  })

  it('takes Node.js from the repository, whose version the tests of the plugin need', () => {
    assert.equal(dependencies('node', repository).node, `file:${join(repository, 'node_modules/node')}`)
    assert.equal(dependencies('no-node', undefined).node, undefined)
  })

  it('names versions of osc in a registry', () => {
    const found = Object.entries(dependencies('installed', undefined)).filter(([name]) => name.startsWith('@osc-cli/'))
    assert.deepEqual([...new Set(found.map(([, range]) => range))], ['^0.1.0'])
  })

  it('names folders of the repository that osc runs from, each with that package', () => {
    const found = Object.entries(dependencies('checkout', repository)).filter(([name]) => name.startsWith('@osc-cli/'))
    assert.equal(found.length, 3)
    for (const [name, range] of found) {
      const file = join(range.replace(/^file:/, ''), 'package.json')
      assert.equal((JSON.parse(readFileSync(file, 'utf8')) as {name: string}).name, name)
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
    const line = ['plugins', 'create', 'storage', '--noun', 'storage policy', '--service-type', 'policy-store']
    const {status, stderr} = await run(line, {place})
    assert.equal(status, 0, stderr)
    assert.match(
      stderr,
      /^package\.json uses osc from this repository\. .*\nNext:\n[\s\S]*npx osc --os-cloud sandbox storage policy list\n$/,
    )
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

  it('has the service type of the catalog', () => {
    const read = (file: string) => readFileSync(join(folder, file), 'utf8')
    const {osc} = JSON.parse(read('package.json')) as {osc: {namespaces: string[]; services: string[]}}
    assert.deepEqual([osc.namespaces, osc.services], [['storage'], ['policy-store']])
    assert.match(read('src/storage-policy.ts'), /service: 'policy-store'/)
    assert.match(read('src/sandbox/index.ts'), /type: 'policy-store',\s+name: 'storage'/)
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

  it('refuses a service type that is not valid', async () => {
    const {status, stderr} = await run(['plugins', 'create', 'other', '--service-type', 'Shared Files'], {place})
    assert.equal(status, 2)
    assert.match(stderr, /'Shared Files' is not a valid service type\.\nUse the type in the catalog/)
  })
})
