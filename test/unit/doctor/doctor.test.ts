import assert from 'node:assert/strict'
import {chmodSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {clockSkew} from '#cloud/http/clock'
import {cloudRoutes, USER} from '../../golden/failures/cloud.ts'
import {makeCertificates} from '../../support/certificates.ts'
import {type FixtureServer, startFixtureServer} from '../../support/fixture-server.ts'
import {oscPerTest} from '../../support/per-test.ts'

interface Finding {
  check: string
  level: string
  says: string
  fix: string | null
}

describe('osc doctor', () => {
  const osc = oscPerTest()
  const certificates = makeCertificates()
  let server: FixtureServer
  beforeEach(async () => {
    server = await startFixtureServer(cloudRoutes({'/v3': {body: {}}, '/': {body: {}}}))
  })
  afterEach(() => server.stop())
  after(() => certificates.remove())

  function describeCloud(over: Record<string, unknown> = {}, auth: Record<string, unknown> = {}): void {
    const lab = {region_name: 'One', ...over, auth: {auth_url: `${server.url}/v3`, ...USER, ...auth}}
    writeFileSync(join(osc.place.work, 'clouds.yaml'), JSON.stringify({clouds: {lab}}, null, 1), {mode: 0o600})
  }

  async function findings(): Promise<{status: number | null; of: (check: string) => Finding[]}> {
    const {stdout, status} = await osc('--os-cloud', 'lab', 'doctor', '--json')
    const all = JSON.parse(stdout) as Finding[]
    return {status, of: (check) => all.filter((finding) => finding.check === check)}
  }

  it('finds everything in order, in one line each', async () => {
    describeCloud()
    const {stdout, stderr, status} = await osc('--os-cloud', 'lab', 'doctor')
    assert.deepEqual({stderr, status}, {stderr: '', status: 0})
    const told = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(0, 24).trim().replace(/ +/, ' '))
    const checks = [
      'path',
      'plugins',
      'configuration',
      'files',
      'network',
      'tls',
      'clock',
      'authentication',
      'endpoint',
      'endpoint',
    ]
    assert.deepEqual(
      told,
      checks.map((check) => `ok ${check}`),
    )
    assert.match(stdout, /logged in as alice on work, roles reader/)
  })

  it('tells of a wrong password and what to do; the status is that of a log-in', async () => {
    describeCloud({}, {password: 'not-it'})
    const {status, of} = await findings()
    assert.equal(status, 3)
    assert.deepEqual(
      of('authentication').map(({level}) => level),
      ['error'],
    )
    assert.match(of('authentication')[0]?.fix ?? '', /Check its password \(from clouds\.yaml:\d+\)/)
    assert.equal(of('endpoint')[0]?.level, 'skipped')
  })

  it('never asks for a missing password, on a terminal neither', async () => {
    describeCloud({}, {password: undefined})
    const {stdout, status} = await osc(['--os-cloud', 'lab', 'doctor'], {terminal: {}, timeout: 20_000})
    assert.equal(status, 3)
    assert.match(stdout, /error +authentication +The log-in needs somebody to answer/)
  })

  it('tells of a connection that is refused, and skips what needs it', async () => {
    describeCloud({}, {auth_url: 'http://127.0.0.1:1/v3'})
    const {status, of} = await findings()
    assert.equal(status, 1)
    assert.match(of('network')[0]?.fix ?? '', /The address is auth_url, from clouds\.yaml:\d+\.$/)
    assert.deepEqual(
      [...of('authentication'), ...of('endpoint')].map(({level}) => level),
      ['skipped', 'skipped'],
    )
  })

  it('tells of an endpoint that nothing listens at', async () => {
    const dead = {
      type: 'orchestration',
      name: 'h',
      endpoints: [{interface: 'public', region: 'One', url: 'http://127.0.0.1:1/v1'}],
    }
    server.routes['POST /v3/auth/tokens'] = {
      status: 201,
      headers: {'x-subject-token': 't'},
      body: {token: {catalog: [dead]}},
    }
    describeCloud()
    const {status, of} = await findings()
    assert.equal(status, 1)
    assert.match(of('endpoint')[0]?.fix ?? '', /clouds\.lab\.orchestration_endpoint_override in clouds\.yaml/)
  })

  it('tells of a certificate of an unknown authority', async () => {
    const secure = await startFixtureServer({}, {tls: certificates.issued('doctor')})
    try {
      describeCloud({}, {auth_url: `${secure.url}/v3`})
      const {status, of} = await findings()
      assert.equal(status, 1)
      assert.match(of('tls')[0]?.fix ?? '', /--os-cacert FILE/)
    } finally {
      await secure.stop()
    }
  })

  it('warns of files that others can read or change, and of a clock that is wrong; the status stays 0', async () => {
    server.routes['/v3'] = {body: {}, headers: {date: new Date(Date.now() - 600_000).toUTCString()}}
    describeCloud()
    chmodSync(join(osc.place.work, 'clouds.yaml'), 0o644)
    chmodSync(osc.place.data, 0o777)
    const {status, of} = await findings()
    assert.equal(status, 0)
    assert.deepEqual(
      of('files').map(({fix}) => fix),
      ['chmod 600 clouds.yaml', `chmod go-w ${osc.place.data}`],
    )
    assert.match(of('clock')[0]?.says ?? '', /10 minutes ahead of the cloud/)
  })

  it('says which osc a shell would start', async () => {
    describeCloud()
    const {stdout} = await osc(['--os-cloud', 'lab', 'doctor'], {env: {PATH: '/nowhere'}})
    assert.match(stdout, /^warning +path +no osc is on PATH\n +Fix: npm install/)
  })

  it('does without a cloud', async () => {
    const {stdout, status} = await osc('doctor')
    assert.equal(status, 3)
    assert.match(stdout, /error +configuration +No cloud is selected\.\n +Fix: /)
  })
})

describe('the clock of this machine', () => {
  const now = Date.parse('2026-01-01T12:00:00Z')
  const cases: [string | undefined, string | undefined][] = [
    [undefined, undefined],
    ['soon', undefined],
    ['Thu, 01 Jan 2026 12:00:30 GMT', undefined],
    ['Thu, 01 Jan 2026 12:05:00 GMT', '5 minutes behind'],
    ['Thu, 01 Jan 2026 11:58:59 GMT', '1 minute ahead of'],
    ['Thu, 01 Jan 2026 07:00:00 GMT', '5 hours ahead of'],
  ]
  for (const [date, skew] of cases) it(`${date}: ${skew}`, () => assert.equal(clockSkew(date, now), skew))
})
