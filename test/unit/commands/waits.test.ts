import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {InterruptedError} from '#errors'
import {type Result, startTestCloud, type TestCloud} from '#testing/index'
import {impatient} from './impatient.ts'

interface Work {
  line: string
  /** Which requests look how far it is. */
  polls: string
  /** When it can go wrong while something continues; default: at all times. */
  moments?: readonly Moment[]
  /** How to follow what continues, after an interruption. */
  follow: RegExp
  /** Puts everything in order for the line. */
  prepare?: string[]
  /** Removes what the line made. */
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
    // Before the deletion the last event is read: a failure there changes nothing.
    moments: ['middle', 'end'],
    follow: /osc stack event list --follow app/,
    prepare: ['stack create -t slow.yaml --wait app'],
  },
]

/** After how many pauses it goes wrong. */
const PAUSES = {start: 0, middle: 1, end: 2}
type Moment = keyof typeof PAUSES
const MOMENTS: readonly Moment[] = ['start', 'middle', 'end']

/** What goes wrong once, and is over at the next attempt. */
const FAULTS = ['reset', 'truncate', '401', '429', '500', '502', '503']

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

  /** Runs a line while `at` is called before each pause with the number of pauses so far, and once before the line. */
  async function run(
    line: string,
    at: (pauses: number) => void = () => {},
    signal?: AbortSignal,
    env: Record<string, string> = {},
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

  for (const {line, polls, follow, moments = MOMENTS, prepare = [], tidy = []} of WORK)
    describe(line, () => {
      beforeEach(async () => {
        cloud.sandbox.faults.clear()
        for (const before of prepare) await ok(before)
      })
      afterEach(async () => {
        cloud.sandbox.faults.clear()
        // What was interrupted ends by itself.
        cloud.sandbox.clock.advance(60)
        await new Promise(setImmediate)
        for (const after of tidy) await ok(after)
      })

      for (const fault of FAULTS)
        for (const moment of moments)
          it(`goes on after ${fault} at the ${moment}`, async () => {
            const rule = `${fault}:1@${polls}`
            let added = 0
            const result = await run(line, (count) => {
              if (count !== PAUSES[moment]) return
              cloud.sandbox.faults.add(rule)
              added += 1
            })
            assert.equal(result.status, 0, result.stderr)
            assert.deepEqual([added, cloud.sandbox.faults.rules()], [1, []], 'it went wrong once')
          })

      it('goes on after a request without an answer', async () => {
        const rule = `silence:1@${polls}`
        const result = await run(
          line,
          (count) => count === 1 && cloud.sandbox.faults.add(rule),
          undefined,
          impatient(cloud),
        )
        assert.equal(result.status, 0, result.stderr)
        assert.deepEqual(cloud.sandbox.faults.rules(), [], 'it went wrong once')
      })

      it('goes on when the clock jumps', async () => {
        const result = await run(line, (count) => count === 1 && cloud.sandbox.clock.advance(86_400))
        assert.equal(result.status, 0, result.stderr)
      })

      for (const signal of [new InterruptedError(), new InterruptedError('Terminated.')])
        it(`says how to follow it after "${signal.message}"`, async () => {
          const stop = new AbortController()
          const result = await run(line, (count) => count === 1 && stop.abort(signal), stop.signal)
          assert.equal(result.status, signal.exitCode, result.stderr)
          assert.equal(result.stdout, '')
          assert.match(result.stderr, follow)
        })
    })
})
