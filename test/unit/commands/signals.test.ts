import assert from 'node:assert/strict'
import {type ChildProcess, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {makePlace, type Place, removePlace} from '../../support/place.ts'
import {type Result, run, runShell} from '../../support/run.ts'

const SIZE = 300_000
const CONTENT = Buffer.alloc(SIZE, 'content ')

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** A service without authentication. `moment` is called when the command is where the test wants it. */
class Service {
  readonly #server: Server
  answer: Answer = (_, response) => response.writeHead(404).end()
  moment: () => void = () => {}

  constructor() {
    this.#server = createServer((request, response) => void this.answer(request, response))
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  get env() {
    const {port} = this.#server.address() as AddressInfo
    return {OS_AUTH_TYPE: 'none', OS_ENDPOINT: `http://127.0.0.1:${port}`, OSC_CONTEXT_HELP: '0'}
  }

  /** A stack that has a new event at each poll; `moment` at the poll with this number after its deletion. */
  stack(moment: number): void {
    const events: object[] = []
    let polls = Number.NaN
    this.answer = ({method, url = ''}, response) => {
      if (method === 'DELETE') {
        polls = 0
        return response.writeHead(204).end()
      }
      response.writeHead(200, {'content-type': 'application/json'})
      const stack = {id: '1', stack_name: 'web', stack_status: 'DELETE_IN_PROGRESS'}
      if (!url.includes('/events')) return response.end(JSON.stringify({stack}))
      polls += 1
      const id = `${events.length + 1}`
      const event_time = `2026-01-01T00:00:0${id}Z`
      events.push({id, resource_name: 'web', event_time, resource_status: 'DELETE_IN_PROGRESS'})
      response.end(JSON.stringify({events}))
      if (polls === moment) setImmediate(() => this.moment())
    }
  }

  /** An object of which `sent` bytes arrive, and then no more. */
  download(sent: number): void {
    this.answer = (_, response) => {
      response.writeHead(200, {'content-length': SIZE})
      response.flushHeaders()
      response.write(CONTENT.subarray(0, sent), () => setTimeout(() => this.moment(), 200))
    }
  }

  /** An upload of which `received` bytes are read, and then no more. */
  upload(received: number): void {
    this.answer = (request, response) => {
      if (request.method !== 'PUT') return response.writeHead(204).end()
      if (received === 0) return this.moment()
      let read = 0
      request.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read < received) return
        request.pause()
        this.moment()
      })
    }
  }
}

const SIGNALS: readonly (readonly [NodeJS.Signals, number, string])[] = [
  ['SIGINT', 130, 'Interrupted.'],
  ['SIGTERM', 143, 'Terminated.'],
  ['SIGHUP', 129, 'Hung up.'],
]

describe('signals', function () {
  this.timeout(60_000)
  let service: Service
  let place: Place
  beforeEach(async () => {
    service = new Service()
    await service.start()
    place = makePlace()
    writeFileSync(join(place.work, 'data'), CONTENT)
  })
  afterEach(() => {
    service.stop()
    removePlace(place)
  })

  const signalled = (line: string, signal: NodeJS.Signals): Promise<Result> =>
    run(line.split(' '), {
      env: service.env,
      place,
      started: (child: ChildProcess) => {
        service.moment = () => child.kill(signal)
      },
    })

  const moments = {start: 1, middle: 2, end: 3}
  const bytes = {'first byte': 1, middle: SIZE / 2, 'last byte': SIZE - 1}
  for (const [signal, code, message] of SIGNALS) {
    for (const [moment, request] of Object.entries(moments))
      it(`${signal} at the ${moment} of a wait: says how to follow it`, async () => {
        service.stack(request)
        const {status, stderr} = await signalled('stack delete -y --wait web', signal)
        assert.equal(status, code, stderr)
        assert.match(stderr, /osc stack event list --follow web/)
        assert.ok(stderr.trimEnd().endsWith(message), stderr)
      })

    for (const [moment, sent] of Object.entries(bytes))
      it(`${signal} at the ${moment} of a download: leaves no file`, async () => {
        service.download(sent)
        const {status, stderr} = await signalled('object save --file got box data', signal)
        assert.equal(status, code, stderr)
        assert.deepEqual(readdirSync(place.work), ['data'])
      })

    for (const [moment, received] of Object.entries({...bytes, 'first byte': 0, 'last byte': SIZE}))
      it(`${signal} at the ${moment} of an upload: ends`, async () => {
        service.upload(received)
        const {status, stderr} = await signalled('object create box data', signal)
        assert.equal(status, code, stderr)
        assert.ok(stderr.trimEnd().endsWith(message), stderr)
      })
  }

  // Sizes are whole pages of memory.
  for (const [moment, size] of Object.entries({start: '4k', middle: '148k', end: '292k'}))
    it(`a full disk at the ${moment} of a download is reported, and leaves no file`, async function () {
      const disk = join(place.work, 'disk')
      mkdirSync(disk)
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk])
      // Only root may mount.
      if (mounted.status !== 0) this.skip()
      try {
        service.answer = (_, response) => response.writeHead(200, {'content-length': SIZE}).end(CONTENT)
        const {status, stderr} = await run(['object', 'save', '--file', 'disk/got', 'box', 'data'], {
          env: service.env,
          place,
        })
        assert.match(stderr, /^disk\/got cannot be written: no space left on the device\.$/m)
        assert.equal(status, 1)
        assert.deepEqual(readdirSync(disk), [])
      } finally {
        spawnSync('umount', [disk])
      }
    })

  it('a closed stdout ends a command that follows, silently', async () => {
    service.stack(0)
    const line = 'osc stack event list --follow web | head -1'
    const {stdout, stderr} = await runShell(line, {env: service.env, place, timeout: 20_000})
    assert.match(stdout, /^2026-01-01 00:00:01Z \[web\]: DELETE_IN_PROGRESS/)
    assert.equal(stderr, '')
  })

  for (const [moment, count] of Object.entries({...bytes, 'first byte': 0}))
    it(`a closed stdout at the ${moment} of a download is silent`, async () => {
      service.answer = (_, response) => response.writeHead(200, {'content-length': SIZE}).end(CONTENT)
      const line = `osc object save --file - box data | head -c ${count}`
      const {stdout, stderr} = await runShell(line, {env: service.env, place})
      assert.deepEqual([stdout.length, stderr], [count, ''])
    })

  for (const line of ['stack event list --follow web', 'object save --file - box data'])
    it(`a full disk under stdout is reported: ${line}`, async function () {
      if (!existsSync('/dev/full')) this.skip()
      if (line.startsWith('stack')) service.stack(0)
      else service.answer = (_, response) => response.writeHead(200, {'content-length': SIZE}).end(CONTENT)
      const {status, stderr} = await runShell(`osc ${line} > /dev/full`, {env: service.env, place})
      assert.match(stderr, /^The output cannot be written: no space left on the device\.$/m)
      assert.equal(status, 1)
    })
})
