import assert from 'node:assert/strict'
import {randomBytes} from 'node:crypto'
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {InterruptedError} from '#errors'
import {type Result, startTestCloud, type TestCloud} from '#testing/index'
import {type Fault, type FaultyProxy, type Moment, startFaultyProxy} from '../../support/faulty-proxy.ts'
import {impatient} from './faults.ts'

/** Too large for one packet, so that a connection can break in the middle. */
const CONTENT = randomBytes(300_000)

const FAULTS: readonly Fault[] = ['reset', 'truncate', 'chunks', 'silence', '401', '429', '500', '502', '503']
const MOMENTS: readonly Moment[] = ['start', 'middle', 'end']
/** More often than a transfer is tried. */
const ALWAYS = 1000

interface Transfer {
  line: string
  /** The request that carries the content. */
  request: RegExp
}

interface Upload extends Transfer {
  /** The line that gets the content back. */
  back: string
  /** Lines that remove everything. */
  tidy: readonly string[]
  /** Whether the same line continues with what is stored. */
  isResumed?: boolean
  /** What is said of a failed upload, by its moment; default: what the fault says. */
  left?: Readonly<Record<Moment, RegExp>>
}

const DOWNLOADS: readonly Transfer[] = [
  {line: 'image save --file got disk', request: /^GET \/image\/v2\/images\/.*\/file$/},
  {line: 'object save --file got box data', request: /^GET \/object-store\/.*\/box\/data$/},
  {line: 'object save --file got box parts', request: /^GET \/object-store\/.*\/box\/parts$/},
]

const DELETE_IMAGE =
  /^Image new was created, but its data was not stored\. Delete it with: osc image delete [\da-f-]{36}$/m
const SHOW_IMAGE =
  /^Image new has data, which could not be verified\. Show its checksum with: osc image show [\da-f-]{36}$/m

const SHOW_UNKNOWN =
  /^Image new was created\. It is unknown whether its data was stored\. Show it with: osc image show [\da-f-]{36}$/m

const UPLOADS: readonly Upload[] = [
  {
    line: 'object create box2 data',
    request: /^PUT \/object-store\/.*\/box2\/data$/,
    back: 'object save --file back box2 data',
    tidy: ['object delete box2 data'],
  },
  {
    line: 'object create --segment-size 100000 box2 data',
    request: /^PUT \/object-store\/.*\/box2_segments\/data\//,
    back: 'object save --file back box2 data',
    tidy: ['object delete box2 data', 'container delete --recursive box2_segments'],
    isResumed: true,
  },
  {
    line: 'image create --file data new',
    request: /^PUT \/image\/v2\/images\/.*\/file$/,
    back: 'image save --file back new',
    tidy: ['image delete new'],
    left: {start: DELETE_IMAGE, middle: DELETE_IMAGE, end: SHOW_IMAGE},
  },
]

interface Failure {
  status: number
  /** What happened, and what to do next. */
  says: RegExp
}

const CLOSED = 'failed: the connection was closed before the response was complete\\.'
const ONCE_MORE = {reading: 'Try again\\. ', writing: 'The request may have succeeded: check before you retry\\.'}
const failure = (status: number, says: string): Failure => ({status, says: new RegExp(`${says}`, 'm')})

/** How a line ends that meets a fault at each attempt. */
const failures = (doing: keyof typeof ONCE_MORE): Record<Fault, Failure> => {
  const closed = failure(1, `${CLOSED}\n${ONCE_MORE[doing]}`)
  return {
    reset: closed,
    truncate: closed,
    chunks: closed,
    silence: failure(6, 'failed: there was no response for 0\\.5 seconds\\.\nRaise api_timeout in clouds\\.yaml\\.'),
    401: failure(3, 'HTTP 401\\)\nCheck the credentials'),
    429: failure(1, 'HTTP 429\\)\nTry again\\.'),
    500: failure(1, 'HTTP 500\\)$'),
    502: failure(1, `HTTP 502\\)\n${doing === 'reading' ? 'Try again later' : ONCE_MORE.writing}`),
    503: failure(1, 'HTTP 503\\)\nThe [a-z-]+ service is unavailable\\. Try again\\.'),
  }
}

/** Half a second for each attempt: in the middle is enough. */
const isSlow = (fault: Fault, moment: Moment): boolean => fault === 'silence' && moment !== 'middle'

describe('transfers', function () {
  this.timeout(60_000)
  let cloud: TestCloud
  let proxy: FaultyProxy
  before(async () => {
    cloud = await startTestCloud()
    proxy = await startFaultyProxy()
    writeFileSync(join(cloud.work, 'data'), CONTENT)
    for (const line of ['image create --file data disk', 'container create box', 'container create box2'])
      await ok(line)
    await ok('object create box data')
    await ok('object create --segment-size 100000 --name parts box data')
  })
  after(async () => {
    await cloud.close()
    await proxy.stop()
  })
  afterEach(() => {
    proxy.plans.length = 0
    proxy.requested.length = 0
    for (const name of filesBeside()) rmSync(join(cloud.work, name))
  })

  const filesBeside = () => readdirSync(cloud.work).filter((name) => name !== 'data' && name !== 'impatient.yaml')
  const received = (name: string) => readFileSync(join(cloud.work, name)).equals(CONTENT)

  /** Runs a line; pauses take no time, and the first one aborts `stop`, if given. `jump`: seconds that the clock goes back and forth. */
  const run = (
    line: string,
    {stop, fault, jump = 0}: {stop?: AbortController; fault?: Fault; jump?: number} = {},
  ): Promise<Result> => {
    let jumps = 0
    const clock = {
      now() {
        jumps += 1
        return Date.now() + (jumps % 2) * jump * 1000
      },
      async pause() {
        stop?.abort(new InterruptedError())
        stop?.signal.throwIfAborted()
      },
    }
    const env = {http_proxy: proxy.url, ...(fault === 'silence' && impatient(cloud, 0.5))}
    return cloud.run(line.split(' '), {clock, env, ...(stop && {signal: stop.signal})})
  }
  async function ok(line: string, fault?: Fault): Promise<void> {
    const {status, stderr} = await run(line, fault && {fault})
    assert.equal(status, 0, `${line}: ${stderr}`)
  }

  /** Plans a fault. A download cannot have a status in the middle: its next request gets it. */
  function plan(fault: Fault, moment: Moment, {request, line}: Transfer, left: number): void {
    const isLate = /^\d/.test(fault) && moment !== 'start' && !/ create /.test(line)
    if (isLate) proxy.plans.push({fault: 'truncate', moment, request, left: 1})
    proxy.plans.push({fault, moment: isLate ? 'start' : moment, request, left})
  }
  const isOver = () => proxy.plans.every(({left}) => left === 0)

  for (const transfer of DOWNLOADS)
    describe(transfer.line, () => {
      for (const fault of FAULTS)
        for (const moment of MOMENTS) {
          it(`continues after ${fault} at the ${moment}`, async () => {
            plan(fault, moment, transfer, 1)
            await ok(transfer.line, fault)
            assert.ok(isOver(), 'the fault occurred')
            assert.ok(received('got'))
            assert.deepEqual(filesBeside(), ['got'])
          })

          if (isSlow(fault, moment)) continue
          it(`leaves no file after ${fault} at the ${moment} of each attempt`, async () => {
            plan(fault, moment, transfer, ALWAYS)
            const {status, stderr} = await run(transfer.line, {fault})
            const expected = failures('reading')[fault]
            assert.match(stderr, expected.says)
            assert.equal(status, expected.status)
            assert.deepEqual(filesBeside(), [])
          })
        }

      it('continues when the clock jumps all the time', async () => {
        const {status, stderr} = await run(transfer.line, {jump: 86_400})
        assert.equal(status, 0, stderr)
        assert.ok(received('got'))
      })

      it('leaves no file when it is interrupted in the middle', async () => {
        plan('truncate', 'middle', transfer, ALWAYS)
        const {status} = await run(transfer.line, {stop: new AbortController()})
        assert.equal(status, 130)
        assert.deepEqual(filesBeside(), [])
      })
    })

  for (const transfer of UPLOADS)
    describe(transfer.line, () => {
      const {line, back, tidy, left, isResumed} = transfer
      afterEach(async () => {
        proxy.plans.length = 0
        for (const one of tidy) await ok(one)
      })

      for (const fault of FAULTS)
        for (const moment of MOMENTS) {
          it(`continues after ${fault} at the ${moment}`, async () => {
            plan(fault, moment, transfer, 1)
            await ok(line, fault)
            assert.ok(isOver(), 'the fault occurred')
            await ok(back)
            assert.ok(received('back'))
          })

          if (isSlow(fault, moment)) continue
          it(`says what is left after ${fault} at the ${moment} of each attempt`, async () => {
            plan(fault, moment, transfer, ALWAYS)
            const {status, stdout, stderr} = await run(line, {fault})
            const expected = failures('writing')[fault]
            assert.match(stderr, expected.says)
            assert.match(stderr, left?.[moment] ?? /./)
            assert.deepEqual([status, stdout], [expected.status, ''])
            proxy.plans.length = 0
            if (left) return
            // Nothing has to be removed first, and segments that were stored are not sent again.
            proxy.requested.length = 0
            await ok(line)
            await ok(back)
            assert.ok(received('back'))
            const sent = proxy.requested.filter((request) => transfer.request.test(request)).length
            if (moment === 'end' && isResumed) assert.equal(sent, 0)
          })
        }

      it('continues when the clock jumps all the time', async () => {
        const {status, stderr} = await run(line, {jump: 86_400})
        assert.equal(status, 0, stderr)
        await ok(back)
        assert.ok(received('back'))
      })

      it('says what is left when it is interrupted in the middle', async () => {
        plan('truncate', 'middle', transfer, ALWAYS)
        const {status, stderr} = await run(line, {stop: new AbortController()})
        assert.equal(status, 130)
        assert.match(stderr, left ? SHOW_UNKNOWN : /^Interrupted\.$/m)
        proxy.plans.length = 0
        if (!left) await ok(line)
      })
    })
})
