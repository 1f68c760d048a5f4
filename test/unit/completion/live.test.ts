import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {loadCloudConfig} from '#cloud/config/load'
import {answer} from '#completion/main'
import {refreshCompletion} from '#completion/refresh'
import {refreshNames} from '#completion/refresh-names'
import {Observed} from '#context/observed'
import {remember} from '#context/remember'
import {repository} from '../../support/program.ts'

const CLOUDS = `clouds:
  one: {auth: {auth_url: 'http://keystone.example/v3', username: ada, password: pw, project_name: demo}}
  two: {auth: {auth_url: 'http://keystone.example/v3', username: bob, password: pw, project_name: demo}}
`
const user = {noun: 'user', service: 'identity', path: '/users', member: 'user', collection: 'users'}

describe('names of the cloud at the cursor', () => {
  let dir: string
  let cacheDir: string
  let refreshed: number
  const environment = process.env
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'osc-live-'))
    cacheDir = join(dir, 'cache')
    refreshed = 0
    mkdirSync(cacheDir)
    writeFileSync(join(dir, 'clouds.yaml'), CLOUDS, {mode: 0o600})
    process.env = {HOME: dir, OS_CLIENT_CONFIG_FILE: join(dir, 'clouds.yaml'), OS_CLOUD: 'one', OSC_DATA_DIR: dir}
  })
  afterEach(() => {
    process.env = environment
    rmSync(dir, {recursive: true})
  })

  const core = async () => ({
    refreshCompletion,
    async refreshNames(selection: Parameters<typeof refreshNames>[0]) {
      refreshed += 1
      await refreshNames(selection)
    },
  })
  const offers = async (shell: string, current: string, ...words: string[]) => {
    const request = shell === 'bash' ? [shell, ':=', current] : [shell, current, 'osc', ...words]
    const text = await answer(request, {root: repository, coreRoot: repository, cacheDir, core})
    return text.trimEnd().split('\n').slice(1)
  }
  async function saw(cloud: string, names: string[]): Promise<void> {
    const observed = new Observed()
    for (const name of names) observed.add(user, {id: `id of ${name}`, name, description: 'A\u001b[31m\nperson'})
    const config = await loadCloudConfig({options: {cloud}, env: process.env, cwd: dir, home: dir})
    await remember(observed, config, cacheDir)
  }

  it('are empty before any was listed', async () => assert.deepEqual(await offers('zsh', '', 'user', 'show'), []))

  it('are IDs where a command takes nothing else', async () => {
    const observed = new Observed()
    const byId = (noun: string) =>
      ({noun, service: 's', path: '/', member: noun, collection: `${noun}s`, by: 'id'}) as const
    observed.add(byId('region'), {id: 'north', description: 'Cold', parent_region_id: null})
    observed.add(byId('region'), {id: 'south', description: ''})
    observed.add(byId('software config'), {id: '5eed', name: 'setup'})
    const config = await loadCloudConfig({options: {}, env: process.env, cwd: dir, home: dir})
    await remember(observed, config, cacheDir)
    assert.deepEqual(await offers('zsh', '', 'region', 'show'), ['north\tCold', 'south'])
    assert.deepEqual(await offers('zsh', 'so', 'endpoint', 'list', '--region'), ['south'])
    assert.deepEqual(await offers('zsh', '', 'software', 'config', 'show'), ['5eed\tsetup'])
  })

  it('come with what they are, cleaned', async () => {
    await saw('one', ['alice', 'bob'])
    assert.deepEqual(await offers('zsh', 'al', 'user', 'show'), ['alice\tA\ufffd[31m person'])
  })

  it('are the clouds of the files, for --os-cloud', async () => {
    const found = await offers('zsh', '', '--os-cloud')
    assert.deepEqual(
      found.map((line) => line.split('\t')[0]),
      ['one', 'two'],
    )
  })

  it('are the regions of the entry, for --os-region-name', async () => {
    writeFileSync(
      join(dir, 'clouds.yaml'),
      'clouds: {one: {auth: {auth_url: http://keystone}, region_name: [east, west]}}\n',
      {mode: 0o600},
    )
    assert.deepEqual(await offers('zsh', 'w', '--os-region-name'), ['west'])
  })

  it('are the columns that a command declares or printed, for -c and --sort-column', async () => {
    for (const columns of [
      ['ID', 'Name'],
      ['ID', 'Display Name'],
    ]) {
      const observed = new Observed()
      observed.add(user, {id: '1', name: 'ada'})
      observed.columns.set('user list', columns)
      await remember(observed, await loadCloudConfig({options: {}, env: process.env, cwd: dir, home: dir}), cacheDir)
    }
    const DECLARED = ['ID', 'Name', 'Project', 'Domain', 'Description', 'Email', 'Enabled']
    assert.deepEqual(await offers('zsh', '', 'user', 'list', '-c'), [...DECLARED, 'Display Name'])
    assert.deepEqual(await offers('zsh', 'N', 'user', 'list', '--sort-column'), ['Name'])
    assert.deepEqual(await offers('bash', 'osc user list -c Di'), ['Display\\ Name'])
    assert.deepEqual(await offers('zsh', '', 'token', 'issue', '-c'), [])
  })

  it('are quoted for bash', async () => {
    await saw('one', ['it is $me'])
    assert.deepEqual(await offers('bash', 'osc user show it'), ['it\\ is\\ \\$me'])
  })

  it('leave out what could drive a terminal', async () => {
    await saw('one', ['al\u001b[2Jice', 'al\nice', 'alan'])
    assert.deepEqual(await offers('fish', 'al', 'user', 'show'), ['alan\tA\ufffd[31m person'])
  })

  it('are those of the cloud on the line', async () => {
    await saw('one', ['alice'])
    await saw('two', ['carol'])
    assert.equal((await offers('zsh', '', '--os-cloud', 'two', 'user', 'show'))[0]?.split('\t')[0], 'carol')
    assert.equal((await offers('zsh', '', 'user', 'show'))[0]?.split('\t')[0], 'alice')
  })

  it('are read from one file until something changes', async () => {
    await saw('one', ['alice'])
    for (let press = 0; press < 3; press += 1) await offers('zsh', '', 'user', 'show')
    assert.equal(refreshed, 1)
    await saw('one', ['alan'])
    assert.equal((await offers('zsh', '', 'user', 'show')).length, 2)
    assert.equal(refreshed, 2)
  })

  it('are asked for only where they fit', async () => {
    await offers('zsh', '', 'user')
    await offers('zsh', '-', 'user', 'show')
    assert.equal(refreshed, 0)
  })

  it('are kept for this user alone, without secrets', async () => {
    await saw('one', ['alice'])
    await offers('zsh', '', '--os-password', 'hunter2', 'user', 'show')
    const [file = ''] = readdirSync(cacheDir).filter((name) => name.startsWith('completion-names'))
    assert.equal(statSync(join(cacheDir, file)).mode & 0o777, 0o600)
    assert.doesNotMatch(readFileSync(join(cacheDir, file), 'utf8'), /hunter2|pw/)
  })
})
