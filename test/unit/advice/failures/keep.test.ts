import assert from 'node:assert/strict'
import {mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {keptFailures, MOST_KEPT, recordFailure} from '#advice/failures/record'
import type {RecordedFailure} from '#advice/failures/recorded-failure'
import {makeFixedPlace} from '../../../support/fixed-place.ts'
import {oscPerTest} from '../../../support/per-test.ts'
import {removePlace} from '../../../support/place.ts'

const failure = (at: number): RecordedFailure => ({
  at,
  argv: ['stack', 'list'],
  cloud: 'lab',
  version: '0.1.0',
  code: 'Http404',
  exitStatus: 4,
  message: 'No.',
  cause: 'Why not.',
  next: ['osc stack list'],
  evidence: {status: 404, requestId: 'req-1'},
})

describe('kept failures', () => {
  const place = makeFixedPlace()
  after(() => removePlace(place))
  const folder = (name: string) => join(place.work, name)

  it('come back as they were, the last one first', () => {
    for (const at of [2, 10, 1]) recordFailure(folder('order'), failure(at))
    assert.deepEqual(keptFailures(folder('order')), [failure(10), failure(2), failure(1)])
  })

  it('are for their owner alone', () => {
    recordFailure(folder('modes'), failure(1))
    const inside = join(folder('modes'), 'failures')
    assert.equal(statSync(inside).mode & 0o777, 0o700)
    for (const name of readdirSync(inside)) assert.equal(statSync(join(inside, name)).mode & 0o777, 0o600)
  })

  it(`are the last ${MOST_KEPT}, and nothing half written stays`, () => {
    for (let at = 1; at <= MOST_KEPT + 5; at += 1) recordFailure(folder('many'), failure(at))
    assert.deepEqual(
      keptFailures(folder('many')).map(({at}) => at),
      Array.from({length: MOST_KEPT}, (_, i) => MOST_KEPT + 5 - i),
    )
    assert.equal(readdirSync(join(folder('many'), 'failures')).length, MOST_KEPT)
  })

  it('take away what a killed process left half written', () => {
    recordFailure(folder('killed'), failure(1))
    const inside = join(folder('killed'), 'failures')
    for (const name of ['.new-1-stale', '.new-2-young']) writeFileSync(join(inside, name), '{', {mode: 0o600})
    utimesSync(join(inside, '.new-1-stale'), 0, 0)
    recordFailure(folder('killed'), failure(2))
    const left = readdirSync(inside).filter((name) => name.startsWith('.new-'))
    assert.deepEqual(left, ['.new-2-young'])
  })

  it('are passed over when they are damaged, of another format, or open to others', () => {
    recordFailure(folder('bad'), failure(1))
    const write = (name: string, text: string, mode = 0o600) =>
      writeFileSync(join(folder('bad'), 'failures', name), text, {mode})
    write('000000000000002-aa.json', '{"format":1')
    write('000000000000003-aa.json', JSON.stringify({format: 99, at: 3}))
    write('000000000000004-aa.json', JSON.stringify({format: 1, ...failure(4)}), 0o644)
    assert.deepEqual(
      keptFailures(folder('bad')).map(({at}) => at),
      [1],
    )
  })

  it('are not kept where that cannot be', () => {
    mkdirSync(folder('file'))
    writeFileSync(join(folder('file'), 'failures'), '')
    recordFailure(folder('file'), failure(1))
    assert.deepEqual(keptFailures(folder('file')), [])
  })
})

describe('osc why', () => {
  const osc = oscPerTest({}, makeFixedPlace)

  it('explains the last failure, or the one before it', async () => {
    await osc('--os-password', 'hunter22', 'region', 'list')
    await osc('--os-cloud', 'nowhere', 'region', 'list')
    const {stdout, status} = await osc('why')
    assert.equal(status, 0)
    assert.match(stdout, /^osc --os-cloud nowhere region list\n.*: UnknownCloud, exit code 3\n/)
    assert.match(stdout, /\n {2}Next +osc cloud list\n/)
    const before = await osc('why', '2')
    assert.match(before.stdout, /^osc --os-password '\*\*\*' region list\n/)
    assert.equal((await osc('why', '3')).status, 2)
  })

  it('gives the same to programs', async () => {
    await osc('region', 'list')
    const {code, exit_status, next} = JSON.parse((await osc('why', '--json')).stdout)
    assert.deepEqual(
      {code, exit_status, next},
      {code: 'NoCloud', exit_status: 3, next: ['osc sandbox start', 'osc help clouds']},
    )
  })

  it('says that no failures are recorded; OSC_RECORD=0 records none', async () => {
    await osc(['region', 'list'], {env: {OSC_RECORD: '0'}})
    const {stdout, stderr, status} = await osc('why')
    assert.deepEqual({stdout, stderr, status}, {stdout: '', stderr: 'No failures are recorded.\n', status: 0})
    assert.equal((await osc('why', '--json')).stdout, 'null\n')
  })

  it('does not keep its own failures, and no secret', async () => {
    await osc('--os-token', 'gAAAAsecret', '--os-auth-url', 'http://127.0.0.1:1/v3', 'region', 'list')
    await osc('why', '7')
    const folder = join(osc.place.data, 'failures')
    const files = readdirSync(folder)
    assert.equal(files.length, 1)
    assert.doesNotMatch(files.map((name) => readFileSync(join(folder, name), 'utf8')).join(), /gAAAAsecret/)
  })
})
