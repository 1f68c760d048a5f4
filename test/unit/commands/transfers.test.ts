import assert from 'node:assert/strict'
import {randomBytes} from 'node:crypto'
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {InterruptedError} from '#errors'
import {type Result, startTestCloud, type TestCloud} from '#testing/index'
import {FAULTS, impatient} from './faults.ts'

/** Too large for one packet, so that a connection can break in the middle. */
const CONTENT = randomBytes(300_000)

interface Transfer {
  line: string
  /** The request that carries the content. */
  request: string
}

const DOWNLOADS: readonly Transfer[] = [
  {line: 'image save --file got disk', request: 'GET /image/v2/images/*/file'},
  {line: 'object save --file got box data', request: 'GET /object-store/*/box/data'},
]

const UPLOADS: readonly (Transfer & {back: string; tidy: string})[] = [
  {
    line: 'object create box2 data',
    request: 'PUT /object-store/*/box2/data',
    back: 'object save --file back box2 data',
    tidy: 'object delete box2 data',
  },
  {
    line: 'image create --file data new',
    request: 'PUT /image/v2/images/*/file',
    back: 'image save --file back new',
    tidy: 'image delete new',
  },
]

describe('transfers', function () {
  this.timeout(60_000)
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(join(cloud.work, 'data'), CONTENT)
    for (const line of ['image create --file data disk', 'container create box', 'container create box2'])
      await ok(line)
    await ok('object create box data')
  })
  after(() => cloud.close())
  afterEach(() => {
    cloud.sandbox.faults.clear()
    for (const name of filesBeside()) rmSync(join(cloud.work, name))
  })

  const filesBeside = () => readdirSync(cloud.work).filter((name) => name !== 'data' && name !== 'impatient.yaml')
  const received = (name: string) => readFileSync(join(cloud.work, name)).equals(CONTENT)

  /** Runs a line; pauses take no time, and the first one aborts `stop`, if given. */
  const run = (line: string, options: {stop?: AbortController; env?: Record<string, string>} = {}): Promise<Result> => {
    const {stop, env = {}} = options
    const clock = {
      now: Date.now,
      async pause() {
        stop?.abort(new InterruptedError())
        stop?.signal.throwIfAborted()
      },
    }
    return cloud.run(line.split(' '), {clock, env, ...(stop && {signal: stop.signal})})
  }
  async function ok(line: string, env: Record<string, string> = {}): Promise<void> {
    const {status, stderr} = await run(line, {env})
    assert.equal(status, 0, `${line}: ${stderr}`)
  }

  for (const {line, request} of DOWNLOADS)
    describe(line, () => {
      for (const fault of FAULTS) {
        it(`continues after ${fault}`, async () => {
          cloud.sandbox.faults.add(`${fault}:1@${request}`)
          await ok(line)
          assert.deepEqual(cloud.sandbox.faults.rules(), [], 'the fault occurred once')
          assert.ok(received('got'))
          assert.deepEqual(filesBeside(), ['got'])
        })
      }
      for (const fault of ['reset', 'truncate', '401', '500'])
        it(`leaves no file after ${fault} at each attempt`, async () => {
          cloud.sandbox.faults.add(`${fault}@${request}`)
          const {status, stderr} = await run(line)
          assert.notEqual(status, 0, stderr)
          assert.notEqual(stderr, '')
          assert.deepEqual(filesBeside(), [])
        })

      it('continues after a request without a response', async () => {
        cloud.sandbox.faults.add(`silence:1@${request}`)
        await ok(line, impatient(cloud))
        assert.ok(received('got'))
      })

      it('continues when the token expires in the middle', async () => {
        for (const fault of ['truncate', '401']) cloud.sandbox.faults.add(`${fault}:1@${request}`)
        await ok(line)
        assert.deepEqual(cloud.sandbox.faults.rules(), [], 'the faults occurred once')
        assert.ok(received('got'))
      })

      it('leaves no file when it is interrupted in the middle', async () => {
        cloud.sandbox.faults.add(`truncate@${request}`)
        const {status} = await run(line, {stop: new AbortController()})
        assert.equal(status, 130)
        assert.deepEqual(filesBeside(), [])
      })
    })

  for (const {line, request, back, tidy} of UPLOADS)
    describe(line, () => {
      afterEach(() => ok(tidy))

      for (const fault of FAULTS)
        it(`continues after ${fault}`, async () => {
          cloud.sandbox.faults.add(`${fault}:1@${request}`)
          await ok(line)
          assert.deepEqual(cloud.sandbox.faults.rules(), [], 'the fault occurred once')
          await ok(back)
          assert.ok(received('back'))
        })

      it('continues when the token expires in the middle', async () => {
        for (const fault of ['reset', '401']) cloud.sandbox.faults.add(`${fault}:1@${request}`)
        await ok(line)
        assert.deepEqual(cloud.sandbox.faults.rules(), [], 'the faults occurred once')
        await ok(back)
        assert.ok(received('back'))
      })

      it('continues after a request without a response', async () => {
        cloud.sandbox.faults.add(`silence:1@${request}`)
        await ok(line, impatient(cloud))
        await ok(back)
        assert.ok(received('back'))
      })
    })
})
