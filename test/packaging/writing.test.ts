import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {makePlace, removePlace} from '../support/place.ts'
import {runShell} from '../support/run.ts'
import {npm, npmEnv} from './npm.ts'
import {packAll} from './packages.ts'
import {type Registry, startRegistry} from './registry.ts'

/** What the README of a new plugin says, by somebody who has osc with all its plugins and nothing else. */
describe('writing a plugin', () => {
  const place = makePlace()
  const target = mkdtempSync(join(tmpdir(), 'osc-writing-'))
  const prefix = join(place.root, 'prefix')
  const plugin = join(place.work, 'osc-plugin-inventory')
  let registry: Registry

  const environment = () => ({
    ...npmEnv({...registry.env, npm_config_cache: join(target, 'npm-cache')}),
    OSC_CACHE_DIR: place.cache,
    OSC_DATA_DIR: place.data,
    PATH: `${join(prefix, 'bin')}:${npmEnv().PATH}`,
  })
  const shell = async (line: string, cwd = plugin): Promise<string> => {
    const {status, stdout, stderr} = await runShell(line, {place, cwd, env: environment(), timeout: 240_000})
    assert.equal(status, 0, `${line}\n${stdout}\n${stderr}`)
    return stdout
  }

  before(async () => {
    registry = await startRegistry()
    for (const {tarball} of await packAll(target)) await registry.publish(tarball)
    await npm(['install', '--global', '--prefix', prefix, '@osc-cli/all'], {env: registry.env})
  })
  after(async () => {
    await shell('osc plugins unlink osc-plugin-inventory; osc sandbox stop', place.work)
    await registry.stop()
    removePlace(place)
    rmSync(target, {recursive: true})
  })

  it('goes from nothing to a passing test and a first command in three lines', async () => {
    await shell('osc plugins create inventory --noun rack', place.work)
    assert.match(await shell('npm install && npm test'), /\d+ passing/)
    await shell('npx osc plugins link . && npx osc sandbox start')
    const made = 'npx osc --os-cloud sandbox rack create one -f value -c name && npx osc --os-cloud sandbox rack list'
    assert.match(await shell(made), /^one\n/)
  })

  it('is typed and linted', async () => {
    await shell('npm run lint')
    await shell('npx tsc --noEmit -p .')
  })

  it('sees an edit at the next command', async () => {
    const file = join(plugin, 'src/commands/rack/list.ts')
    writeFileSync(file, readFileSync(file, 'utf8').replace("'List racks'", "'List every rack'"))
    await shell('osc plugins build')
    assert.match(await shell('osc rack list --help', place.work), /List every rack\n/)
  })

  it('links and builds at every change, until Ctrl-C', async () => {
    const file = join(plugin, 'src/commands/rack/list.ts')
    const text = readFileSync(file, 'utf8')
    let output = ''
    const {status, stderr} = await runShell('exec osc plugins dev', {
      place,
      cwd: plugin,
      env: environment(),
      timeout: 120_000,
      started: (child) => {
        child.stderr?.on('data', (chunk: Buffer) => {
          output += chunk
          const built = output.match(/Built in/g)?.length ?? 0
          if (built === 1 && /Linked .*osc-plugin-inventory/.test(output) && !output.includes('changing')) {
            output += 'changing'
            // The watch begins with the next turn.
            setTimeout(() => writeFileSync(file, text.replace("'List every rack'", "'List them'")), 500)
          }
          if (built === 2 && !child.killed) child.kill('SIGINT')
        })
      },
    })
    assert.equal(status, 130, stderr)
    assert.match(await shell('osc rack list --help', place.work), /List them\n/)
    writeFileSync(file, text)
  })

  it('says what is wrong with the commands', async () => {
    const file = join(plugin, 'src/commands/rack/list.ts')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace("'List every rack'", "'list'").replace(/description: 'Name of[^']*', /, ''))
    await shell('npm run build')
    const found = await shell('osc plugins lint -f json || true')
    const rules = (JSON.parse(found) as {Rule: string}[]).map(({Rule}) => Rule)
    assert.deepEqual([...new Set(rules)].sort(), ['described', 'summary'])
    writeFileSync(file, text)
    await shell('npm run build && osc plugins lint')
  })
})
