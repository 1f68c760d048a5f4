import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {InterruptedError} from '#errors'
import {type Result, startTestCloud, type TestCloud} from '#testing/index'
import {FAULTS, impatient} from './faults.ts'

interface Work {
  line: string
  /** The requests that poll. */
  polls: string
  /** When a fault is injected; default: at each moment. */
  moments?: readonly Moment[]
  /** The command that an interruption names. */
  follow: RegExp
  /** The exit code when each poll fails with a status; default: 6 for 500, 3 for 401. */
  exitCode?: number
  /** What was printed before an interruption; default: nothing. */
  printed?: RegExp
  /** Lines that run before each test. */
  prepare?: string[]
  /** Lines that run after each test. */
  tidy?: string[]
}

const WORK: readonly Work[] = [
  {
    line: 'server create --flavor m1.tiny --image cirros --network net --wait web',
    polls: 'GET /compute/v2.1/servers/*',
    moments: ['start', 'middle'],
    follow: /osc server show [0-9a-f-]{36}/,
    tidy: ['server delete --wait web'],
  },
  {
    line: 'server delete --wait web',
    polls: 'GET /compute/v2.1/servers/*-*',
    moments: ['start'],
    follow: /osc server show [0-9a-f-]{36}/,
    prepare: ['server create --flavor m1.tiny --image cirros --network net --wait web'],
    // The sandbox deletes a server after it was read once more.
    tidy: ['server list'],
  },
  {
    line: 'stack create -t slow.yaml --wait app',
    polls: 'GET /orchestration/*/events',
    follow: /osc stack event list --follow app/,
    tidy: ['stack delete -y --wait app'],
  },
  {
    line: 'stack delete -y --wait app',
    polls: 'GET /orchestration/*/events',
    // At the start the last event is read, before the deletion: nothing continues after a failure there.
    moments: ['middle', 'end'],
    follow: /osc stack event list --follow app/,
    prepare: ['stack create -t slow.yaml --wait app'],
  },
  {
    line: 'project cleanup --auth-project --auto-approve --skip-resource network.network --skip-resource image.image',
    polls: 'GET /orchestration/*/stacks/app/*',
    follow: /^Deletions that the services accepted continue\. To delete the rest, run the command again\.$/m,
    exitCode: 1,
    printed: /^\+-[\s\S]*\| Stack \|[\s\S]*-\+\n$/,
    prepare: ['stack create -t slow.yaml --wait app'],
  },
]

/** Number of pauses before the fault. */
const PAUSES = {start: 0, middle: 1, end: 2}
type Moment = keyof typeof PAUSES
const MOMENTS: readonly Moment[] = ['start', 'middle', 'end']

describe('waits', function () {
  this.timeout(60_000)
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(
      join(cloud.work, 'slow.yaml'),
      'heat_template_version: 2018-08-31\nresources: {one: {type: OS::Heat::TestResource, properties: {wait_secs: 6}}}\n',
    )
    writeFileSync(join(cloud.work, 'disk.img'), 'a small disk')
    await ok('network create net')
    await ok('image create --file disk.img cirros')
  })
  after(() => cloud.close())

  /** Runs a line. `at` is called before the line, and before each pause with the number of pauses including it. */
  async function run(
    line: string,
    at: (pauses: number) => void = () => {},
    {signal, env = {}}: {signal?: AbortSignal; env?: Record<string, string>} = {},
  ): Promise<Result> {
    let pauses = 0
    at(pauses)
    const clock = {
      now: () => cloud.sandbox.clock.now().getTime(),
      async pause(seconds: number) {
        pauses += 1
        at(pauses)
        signal?.throwIfAborted()
        cloud.sandbox.clock.advance(seconds)
        await new Promise(setImmediate)
      },
    }
    return await cloud.run(line.split(' '), {clock, env, ...(signal && {signal})})
  }
  async function ok(line: string): Promise<void> {
    const {status, stderr} = await run(line)
    assert.equal(status, 0, `${line}: ${stderr}`)
  }

  for (const {line, polls, follow, moments = MOMENTS, exitCode, printed = /^$/, prepare = [], tidy = []} of WORK)
    describe(line, () => {
      beforeEach(async () => {
        cloud.sandbox.faults.clear()
        for (const before of prepare) await ok(before)
      })
      afterEach(async () => {
        cloud.sandbox.faults.clear()
        // Interrupted work continues in the sandbox until it is complete.
        cloud.sandbox.clock.advance(60)
        await new Promise(setImmediate)
        for (const after of tidy) await ok(after)
      })

      for (const fault of FAULTS)
        for (const moment of moments)
          it(`continues after ${fault} at the ${moment}`, async () => {
            const rule = `${fault}:1@${polls}`
            let added = 0
            const result = await run(line, (count) => {
              if (count !== PAUSES[moment]) return
              cloud.sandbox.faults.add(rule)
              added += 1
            })
            assert.equal(result.status, 0, result.stderr)
            assert.deepEqual([added, cloud.sandbox.faults.rules()], [1, []], 'the fault occurred once')
          })

      for (const [fault, status] of [
        ['500', 6],
        ['401', 3],
      ] as const)
        for (const moment of moments)
          it(`says how to follow it after ${fault} at each poll from the ${moment} on`, async () => {
            const rule = `${fault}@${polls}`
            const result = await run(line, (count) => count === PAUSES[moment] && cloud.sandbox.faults.add(rule))
            assert.equal(result.status, exitCode ?? status, result.stderr)
            assert.match(result.stdout, printed)
            assert.match(result.stderr, follow)
          })

      for (const moment of moments) {
        it(`continues after a request without a response at the ${moment}`, async () => {
          const rule = `silence:1@${polls}`
          const result = await run(line, (count) => count === PAUSES[moment] && cloud.sandbox.faults.add(rule), {
            env: impatient(cloud),
          })
          assert.equal(result.status, 0, result.stderr)
          assert.deepEqual(cloud.sandbox.faults.rules(), [], 'the fault occurred once')
        })

        it(`continues when the clock jumps at the ${moment}`, async () => {
          const result = await run(line, (count) => count === PAUSES[moment] && cloud.sandbox.clock.advance(86_400))
          assert.equal(result.status, 0, result.stderr)
        })
      }

      for (const signal of [
        new InterruptedError(),
        new InterruptedError('Terminated.'),
        new InterruptedError('Hung up.'),
      ])
        for (const pause of moments.map((moment) => PAUSES[moment]).filter((count) => count > 0))
          it(`says how to follow it after "${signal.message}" in pause ${pause}`, async () => {
            const stop = new AbortController()
            const result = await run(line, (count) => count === pause && stop.abort(signal), {signal: stop.signal})
            assert.equal(result.status, signal.exitCode, result.stderr)
            assert.match(result.stdout, printed)
            assert.match(result.stderr, follow)
          })
    })

  it('name the cloud of their line in the line to follow them with', async () => {
    const stop = new AbortController()
    const line = '--os-cloud sandbox stack create -t slow.yaml --wait other'
    const at = (count: number) => count === 1 && stop.abort(new InterruptedError())
    const {stderr} = await run(line, at, {signal: stop.signal})
    assert.match(stderr, /: osc --os-cloud sandbox stack event list --follow other$/m)
  })
})
