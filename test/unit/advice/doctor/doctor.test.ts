import assert from 'node:assert/strict'
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathFinding} from '#advice/doctor/path'
import {clockSkew} from '#cloud/http/clock'
import {cloudRoutes, USER} from '../../../golden/failures/cloud.ts'
import {makeCertificates} from '../../../support/certificates.ts'
import {makeFixedPlace} from '../../../support/fixed-place.ts'
import {type FixtureServer, startFixtureServer} from '../../../support/fixture-server.ts'
import {oscPerTest} from '../../../support/per-test.ts'
import type {Place} from '../../../support/place.ts'
import {makePluginPlace} from '../../../support/plugin-fixture.ts'

interface Finding {
  check: string
  level: string
  says: string
  fix: string | null
}

describe('osc doctor', () => {
  const osc = oscPerTest({}, makeFixedPlace)
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
    const printed = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(0, 24).trim().replace(/ +/, ' '))
    const checks = [
      'path',
      'configuration',
      'files',
      'network',
      'tls',
      'clock',
      'authentication',
      'endpoint',
      'endpoint',
      'plugins',
    ]
    assert.deepEqual(
      printed,
      checks.map((check) => `ok ${check}`),
    )
    assert.match(stdout, /logged in as alice on work, roles reader/)
  })

  it('reports a wrong password and what to do; the exit code is that of a failed log-in', async () => {
    describeCloud({}, {password: 'not-it'})
    const {status, of} = await findings()
    assert.equal(status, 3)
    assert.deepEqual(
      of('authentication').map(({level}) => level),
      ['error'],
    )
    assert.match(of('authentication')[0]?.fix ?? '', /Check the password \(from clouds\.yaml:\d+\)/)
    assert.equal(of('endpoint')[0]?.level, 'skipped')
  })

  it('never asks for a missing password, on a terminal neither', async () => {
    describeCloud({}, {password: undefined})
    const {stdout, status} = await osc(['--os-cloud', 'lab', 'doctor'], {terminal: {}, timeout: 20_000})
    assert.equal(status, 3)
    assert.match(stdout, /error +authentication +The login requires input on a terminal/)
  })

  it('reports a refused connection, and skips what needs it', async () => {
    describeCloud({}, {auth_url: 'http://127.0.0.1:1/v3'})
    const {status, of} = await findings()
    assert.equal(status, 1)
    assert.match(
      of('network')[0]?.fix ?? '',
      /^Check that the service is running: nothing is listening on 127\.0\.0\.1:1\. The address comes from auth_url \(clouds\.yaml:\d+\)\.$/,
    )
    assert.deepEqual(
      [...of('authentication'), ...of('endpoint')].map(({level}) => level),
      ['skipped', 'skipped'],
    )
  })

  it('says why it skips the rest where a setting is wrong', async () => {
    describeCloud({auth_type: 'v9password'})
    const {of} = await findings()
    assert.equal(of('configuration')[0]?.level, 'error')
    assert.equal(of('network')[0]?.says, 'the configuration is not valid')
  })

  it('names a folder once that is on PATH twice', () => {
    const program = join(osc.place.work, 'osc')
    writeFileSync(program, '', {mode: 0o755})
    const {says} = pathFinding({PATH: `${osc.place.work}:${osc.place.work}`}, program)
    assert.equal(says, `${program} is first on PATH`)
  })

  it('reports an endpoint where nothing listens', async () => {
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

  it('examines an endpoint of websockets by HTTP', async () => {
    const endpoint = {interface: 'public', region: 'One', url: `${server.url.replace(/^http/, 'ws')}/`}
    server.routes['POST /v3/auth/tokens'] = {
      status: 201,
      headers: {'x-subject-token': 't'},
      body: {token: {catalog: [{type: 'messaging-websocket', name: 'zaqar', endpoints: [endpoint]}]}},
    }
    describeCloud()
    const {of} = await findings()
    assert.match(of('endpoint')[0]?.says ?? '', /^messaging-websocket responds at ws:/)
  })

  it('reports a certificate of an unknown authority', async () => {
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
    assert.match(of('clock')[0]?.says ?? '', /10 minutes ahead of that of the cloud/)
  })

  const wrongs: [
    string,
    (place: Place) => void,
    number,
    Pick<Finding, 'check' | 'level'> & {says: RegExp; fix: RegExp},
  ][] = [
    [
      'a secure.yaml that cannot be read',
      ({work}) => {
        describeCloud({}, {})
        mkdirSync(join(work, 'secure.yaml'))
      },
      0,
      {check: 'files', level: 'warning', says: /^secure\.yaml is ignored/, fix: /^Make the file/},
    ],
    [
      'a secure.yaml that others can read',
      ({work}) => {
        describeCloud({}, {password: undefined})
        const file = join(work, 'secure.yaml')
        writeFileSync(file, `clouds: {lab: {auth: {password: ${USER.password}}}}`)
        chmodSync(file, 0o644)
      },
      0,
      {
        check: 'files',
        level: 'warning',
        says: /in secure\.yaml is readable by other/,
        fix: /^chmod 600 secure\.yaml$/,
      },
    ],
    [
      'a malformed clouds.yaml',
      ({work}) => writeFileSync(join(work, 'clouds.yaml'), 'clouds:\n  lab: [\n'),
      3,
      {check: 'configuration', level: 'error', says: /^clouds\.yaml:2:8: /, fix: /^Edit clouds\.yaml, line 2\.$/},
    ],
    [
      'a setting that is misspelt',
      () => describeCloud({regoin_name: 'One'}),
      0,
      {check: 'configuration', level: 'warning', says: /regoin_name/, fix: /^Edit clouds\.yaml, line \d+\.$/},
    ],
    [
      'an unknown host',
      () => describeCloud({}, {auth_url: 'http://keystone.invalid/v3'}),
      1,
      {
        check: 'network',
        level: 'error',
        says: /the host name keystone\.invalid is unknown/,
        fix: /from auth_url \(clouds\.yaml:\d+\)\.$/,
      },
    ],
    [
      'a network that cannot be reached',
      () => describeCloud({}, {auth_url: 'http://224.0.0.1/v3'}),
      1,
      {check: 'network', level: 'error', says: /there is no route to/, fix: /Check the network/},
    ],
    [
      'https where nothing speaks TLS',
      () => describeCloud({}, {auth_url: `https://127.0.0.1:${server.port}/v3`}),
      1,
      {check: 'tls', level: 'error', says: /does not use TLS/, fix: /use http:\/\/ in the URL/},
    ],
    [
      'a CA bundle that is not there',
      () => describeCloud({cacert: '/no/such.pem'}, {auth_url: `https://127.0.0.1:${server.port}/v3`}),
      3,
      {
        check: 'tls',
        level: 'error',
        says: /CA bundle \/no\/such\.pem \(from \S*clouds\.yaml:\d+\) cannot be read/,
        fix: /path/,
      },
    ],
    [
      'a region without endpoints',
      () => describeCloud({region_name: 'Nowhere'}),
      0,
      {
        check: 'endpoint',
        level: 'warning',
        says: /no public endpoint in region Nowhere/,
        fix: /Regions in the catalog: One, Two\./,
      },
    ],
    [
      'a service that fails',
      () => {
        server.routes['/'] = {status: 503}
        describeCloud()
      },
      0,
      {check: 'endpoint', level: 'warning', says: /returns HTTP 503$/, fix: /^Contact the operator/},
    ],
    [
      'a plugin whose command does not load, and another that cannot be read',
      ({root}) => {
        describeCloud()
        const place = makePluginPlace(root)
        place.plugin('racks', 'racks', {commands: {'rack:list': 'export default {', 'rack:show': 'export default {'}})
        place.plugin('rows', 'rows', {raw: {'oclif.manifest.json': '{'}})
        place.note({name: 'racks', root: join(root, 'racks')}, {name: 'rows', root: join(root, 'rows')})
      },
      1,
      {
        check: 'plugins',
        level: 'error',
        says: /^racks 1\.0\.0: Command 'rack list'.* does not load.*; 1 more: osc plugins doctor racks$/,
        fix: /plugins unlink racks/,
      },
    ],
  ]
  for (const [what, prepare, expected, {check, level, says, fix}] of wrongs) {
    it(`reports ${what}`, async () => {
      prepare(osc.place)
      const {status, of} = await findings()
      const found = of(check).find((finding) => says.test(finding.says))
      assert.ok(found, JSON.stringify(of(check)))
      assert.equal(found.level, level)
      assert.match(String(found.fix), fix)
      assert.doesNotMatch(found.says + found.fix, /\n/)
      assert.equal(status, expected)
    })
  }

  it('warns of certificates that are not checked', async () => {
    const secure = await startFixtureServer(cloudRoutes({'/v3': {body: {}}}), {tls: certificates.issued('unchecked')})
    try {
      describeCloud({verify: false}, {auth_url: `${secure.url}/v3`})
      const {of} = await findings()
      assert.deepEqual(
        of('tls').map(({level, says}) => [level, says]),
        [['warning', 'certificates are not verified']],
      )
      assert.match(of('tls')[0]?.fix ?? '', /^Set verify: true \(currently from clouds\.yaml:\d+\)/)
    } finally {
      await secure.stop()
    }
  })

  it('says that another osc is first on PATH', async () => {
    describeCloud()
    const other = join(osc.place.root, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'osc'), '#!/bin/sh\n', {mode: 0o755})
    const {stdout} = await osc(['--os-cloud', 'lab', 'doctor'], {env: {PATH: other}})
    assert.match(stdout, /^warning +path +\S+\/other\/osc is first on PATH, but this is .*osc\.js\n +Fix: type -a osc/)
  })

  it('says which osc a shell would start', async () => {
    describeCloud()
    const {stdout} = await osc(['--os-cloud', 'lab', 'doctor'], {env: {PATH: '/nowhere'}})
    assert.match(stdout, /^warning +path +osc is not on PATH\n +Fix: npm install/)
  })

  it('says what starts the sandbox', async () => {
    describeCloud()
    const {stdout, status} = await osc('--os-cloud', 'sandbox', 'doctor')
    assert.equal(status, 3)
    assert.match(stdout, /error +configuration +Cloud "sandbox".*\n +Fix: Start it with: osc sandbox start\n/)
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
