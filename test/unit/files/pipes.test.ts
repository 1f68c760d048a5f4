import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {startTestCloud, type TestCloud} from '#testing/index'
import {makePlace, type Place, removePlace} from '../../support/place.ts'
import {run, runShell} from '../../support/run.ts'

const makePipe = (path: string) => execFileSync('mkfifo', [path])

describe('pipes in place of files', () => {
  let cloud: TestCloud
  let place: Place
  const environment = () => ({OS_CLOUD: 'sandbox', OS_CLIENT_CONFIG_FILE: join(dirname(cloud.work), 'clouds.yaml')})
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())
  beforeEach(() => {
    place = makePlace()
  })
  afterEach(() => removePlace(place))

  it('do not block commands that keep or look for files there', async () => {
    const env = environment()
    const lines = [
      ['region', 'list'],
      ['cloud', 'use', 'sandbox'],
      ['why', '--list'],
      ['__complete', '--', 'region', 'show', ''],
    ]
    for (const line of [['region', 'show', 'missing'], ['help', 'refresh'], ...lines]) await run(line, {env, place})
    const files = [place.cache, place.data, place.home].flatMap((folder) =>
      readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile() && !entry.parentPath.includes(join(place.cache, 'code')))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    const names = files.map((file) => file.slice(place.root.length)).join('\n')
    assert.match(names, /default-cloud/)
    assert.match(names, /failures/)
    assert.match(names, /completion/)
    for (const file of [...files, join(place.data, '.lock'), join(place.work, 'clouds.yaml')]) {
      rmSync(file, {force: true})
      makePipe(file)
    }
    mkdirSync(join(place.home, '.config', 'openstack'), {recursive: true})
    makePipe(join(place.home, '.config', 'openstack', 'secure.yaml'))
    const shell = {...env, OS_CLIENT_CONFIG_FILE: undefined}
    for (const line of lines) {
      const {signal} = await run(line, {env, place, timeout: 20_000})
      assert.equal(signal, null, line.join(' '))
    }
    const {signal} = await run(['cloud', 'list'], {env: shell, place, timeout: 20_000})
    assert.equal(signal, null, 'cloud list')
  }).timeout(120_000)

  it('are refused as a log file if nobody reads them, as is a folder', async () => {
    makePipe(join(place.work, 'pipe'))
    for (const [name, reason] of [
      ['pipe', /^The log file pipe cannot be written: it is a socket, or a pipe that no program reads\.$/m],
      ['.', /^The log file \. cannot be written: it is a directory\.$/m],
    ] as const) {
      const {status, stderr} = await run(['region', 'list', '--log-file', name], {env: environment(), place})
      assert.match(stderr, reason)
      assert.equal(status, 2)
    }
  })

  it('are accepted as a log file and as an input', async () => {
    const env = environment()
    const log = join(place.work, 'log')
    const {status, stderr} = await runShell(
      `osc region list --log-file >(cat > ${log}) --debug > /dev/null 2>&1; sleep 0.2`,
      {env, place},
    )
    assert.equal(status, 0, stderr)
    assert.match(readFileSync(log, 'utf8'), /GET .*\/regions/)
    writeFileSync(join(place.work, 't.yaml'), 'heat_template_version: 2018-08-31\n')
    const validated = await runShell('osc orchestration template validate -t <(cat t.yaml)', {env, place})
    assert.equal(validated.status, 0, validated.stderr)
    const nowhere = await run(['region', 'list', '--log-file', '/dev/null'], {env, place})
    assert.equal(nowhere.status, 0, nowhere.stderr)
  })
})
