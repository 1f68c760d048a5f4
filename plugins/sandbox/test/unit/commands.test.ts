import assert from 'node:assert/strict'
import {once} from 'node:events'
import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {processIdentity} from '@osc-cli/core/sandbox'
import {type BoundOsc, oscPerTest} from '@osc-cli/core/test/support/per-test'
import {makePlace, removePlace} from '@osc-cli/core/test/support/place'
import {type Result, run} from '@osc-cli/core/test/support/run'

/**
 * Ports for a sandbox that ends and must find its port free again. The system gives them to nobody who asks for any port,
 * and each process of tests begins elsewhere.
 */
const UNASSIGNED = Array.from({length: 1000}, (_, at) => 20_000 + ((process.pid * 10 + at) % 12_000))

/** https://fetch.spec.whatwg.org/#port-blocking */
const REFUSED_BY_FETCH = [10_080, 6697, 6669, 6668, 6667, 6666, 6665, 6566, 5061, 5060, 4190]

/** A test fails on what it did not expect, and leaves no sandbox behind. */
describe('osc sandbox', function () {
  this.timeout(120_000)
  // Before the hook that removes the place it runs in.
  afterEach(() => ok(osc('sandbox', 'stop')))
  const osc = oscPerTest()
  const ok = async (result: Promise<Result>): Promise<string> => {
    const {status, stdout, stderr} = await result
    assert.equal(status, 0, stderr)
    return stdout.trim()
  }
  const fails = async (status: number, result: Promise<Result>, message: RegExp) => {
    const {status: actual, stderr} = await result
    assert.equal(actual, status, stderr)
    assert.match(stderr, message)
  }
  const field = (name: string) => ok(osc('sandbox', 'status', '-f', 'value', '-c', name))
  const pid = async () => Number(await field('pid'))
  // A process that nobody has waited for yet has ended too.
  const gone = (id: number) => processIdentity(id) === undefined
  /** Until its port is free too: other threads of a process may end after the first. */
  const kill = async (url: string) => {
    const id = await pid()
    process.kill(id, 'SIGKILL')
    while (!gone(id) || !(await isFree(Number(new URL(url).port))))
      await new Promise((resolve) => setTimeout(resolve, 20))
  }

  it('starts once, prints its address, and stops', async () => {
    await fails(4, osc('sandbox', 'status'), /No sandbox is running/)
    const {stderr} = await osc('sandbox', 'start')
    const url = await field('url')
    assert.ok(stderr.includes(url), stderr)
    await ok(osc('sandbox', 'start'))
    await fails(5, osc('sandbox', 'start', '--port', '1'), /already running at http:\/\/127\.0\.0\.1:\d+/)
    const id = await pid()
    const files = ['clouds.yaml', 'sandbox/run.json', 'sandbox/state.sqlite', 'sandbox/sandbox.log']
    for (const file of files) assert.equal(statSync(join(osc.place.data, file)).mode & 0o077, 0, file)
    assert.match(readFileSync(join(osc.place.data, 'clouds.yaml'), 'utf8'), /^ {2}sandbox-demo:$/m)
    await ok(osc('sandbox', 'stop'))
    assert.ok(gone(id))
    for (const file of ['clouds.yaml', 'sandbox/run.json']) assert.ok(!existsSync(join(osc.place.data, file)), file)
    await assert.rejects(fetch(url))
  })

  it('names the services of plugins that were installed after its start', async () => {
    await ok(osc('sandbox', 'start'))
    assert.doesNotMatch((await osc('sandbox', 'start')).stderr, /Restart/)
    const file = join(osc.place.data, 'sandbox/run.json')
    const text = readFileSync(file, 'utf8')
    const earlier = createServer((_, response) => response.end('{"services": ["identity"]}')).listen(0, '127.0.0.1')
    await once(earlier, 'listening')
    const {port} = earlier.address() as {port: number}
    writeFileSync(file, JSON.stringify({...JSON.parse(text), url: `http://127.0.0.1:${port}`}))
    const {stderr} = await osc('sandbox', 'start')
    writeFileSync(file, text)
    earlier.close()
    assert.match(stderr, /before these services were installed: .*orchestration/)
    assert.match(stderr, /^Restart it: osc sandbox stop && osc sandbox start$/m)
  })

  it('comes back after kill -9, at the same address', async () => {
    await ok(osc('sandbox', 'start', '--port', await freeOf(UNASSIGNED)))
    const url = await field('url')
    await ok(osc('--os-cloud', 'sandbox', 'project', 'create', 'kept'))
    await kill(url)
    await fails(4, osc('sandbox', 'status'), /No sandbox is running/)
    await fails(4, osc('sandbox', 'reset', '--yes'), /osc sandbox start/)
    await ok(osc('sandbox', 'start'))
    assert.equal(await field('url'), url)
    assert.equal(await ok(osc('--os-cloud', 'sandbox', 'project', 'show', 'kept', '-f', 'value', '-c', 'name')), 'kept')
  })

  it('gives nothing to a program that has its port after kill -9', async () => {
    await ok(osc('sandbox', 'start', '--port', await freeOf(UNASSIGNED)))
    const url = await field('url')
    await kill(url)
    const requested: string[] = []
    const other = createServer((request, answer) => {
      requested.push(request.url ?? '')
      answer.end('{}')
    }).listen(Number(new URL(url).port), '127.0.0.1')
    try {
      await once(other, 'listening')
      await fails(3, osc('--os-cloud', 'sandbox', 'token', 'issue'), /sandbox/)
      await fails(4, osc('sandbox', 'status'), /No sandbox is running/)
      await ok(osc('sandbox', 'stop'))
      assert.deepEqual(requested, [])
    } finally {
      other.close()
    }
  })

  for (const signal of ['SIGSTOP', 'SIGTERM'] as const) {
    it(`stops a sandbox that got ${signal}`, async () => {
      await ok(osc('sandbox', 'start'))
      process.kill(await pid(), signal)
      await ok(osc('sandbox', 'stop'))
      await fails(4, osc('sandbox', 'status'), /No sandbox is running/)
      await ok(osc('sandbox', 'start'))
    })
  }

  it('runs on a port that fetch refuses', async () => {
    const port = await freeOf(REFUSED_BY_FETCH)
    await ok(osc('sandbox', 'start', '--port', port))
    assert.equal(await field('url'), `http://127.0.0.1:${port}`)
  })

  it('drops what was cached of its clouds', async () => {
    await ok(osc('sandbox', 'start'))
    const cached = async () => JSON.parse(await ok(osc('cache', 'show', '-f', 'json'))) as unknown[]
    await ok(osc('--os-cloud', 'sandbox', 'token', 'issue'))
    assert.notEqual((await cached()).length, 0)
    await ok(osc('sandbox', 'stop'))
    await ok(osc('sandbox', 'start'))
    assert.deepEqual(await cached(), [])
  })

  it('does not share its state', async () => {
    await ok(osc('sandbox', 'start', '--state', 'mine.sqlite'))
    const other = makePlace()
    try {
      const line = ['sandbox', 'start', '--state', join(osc.place.work, 'mine.sqlite')]
      await fails(1, run(line, {place: other}), /Another sandbox is using .*mine\.sqlite/)
    } finally {
      removePlace(other)
    }
  })

  it('listens on loopback only and requires its key', async () => {
    await ok(osc('sandbox', 'start'))
    const url = await field('url')
    assert.equal(new URL(url).hostname, '127.0.0.1')
    for (const key of ['', 'wrong']) {
      const answer = await fetch(`${url}/sandbox/stop`, {method: 'POST', headers: {'x-sandbox-key': key}})
      assert.equal(answer.status, 403)
    }
    await field('url')
  })

  it('keeps snapshots', async () => {
    await ok(osc('sandbox', 'start'))
    await ok(osc('sandbox', 'snapshot', 'save', 'before'))
    await fails(5, osc('sandbox', 'snapshot', 'save', 'before'), /'before' already exists/)
    await ok(osc('sandbox', 'snapshot', 'save', '--force', 'before'))
    await fails(2, osc('sandbox', 'snapshot', 'restore', 'before'), /sandbox snapshot restore before --yes/)
    await ok(osc('sandbox', 'snapshot', 'restore', 'before', '--yes'))
    await fails(4, osc('sandbox', 'snapshot', 'restore', 'never', '--yes'), /Snapshot 'never' does not exist/)
    await fails(2, osc('sandbox', 'snapshot', 'save', '../x'), /'\.\.\/x' is not a valid name/)
    assert.equal(await ok(osc('sandbox', 'snapshot', 'list', '-f', 'value', '-c', 'Name')), 'before')
    await fails(2, osc('sandbox', 'reset'), /sandbox reset --yes/)
    await ok(osc('sandbox', 'reset', '--yes'))
  })

  it('runs in the foreground until Ctrl-C and prints requests', async () => {
    let shown = ''
    const result = await osc(['sandbox', 'start', '--foreground'], {
      started: (child) => {
        child.stdout?.on('data', (chunk: Buffer) => {
          shown += chunk
          if (shown.includes('GET / 200')) child.kill('SIGINT')
        })
        child.stderr?.on('data', async (chunk: Buffer) => {
          const [url] = /http:\S+\d/.exec(String(chunk)) ?? []
          if (url) await fetch(url)
        })
      },
    })
    assert.equal(result.status, 0, result.stderr)
    assert.match(result.stdout, /GET \/ 200 req-/)
  })

  it('logs requests', async () => {
    await fails(4, osc('sandbox', 'logs'), /log file of the sandbox does not exist/)
    await ok(osc('sandbox', 'start'))
    for (const path of ['/', '/nothing']) await fetch(`${await field('url')}${path}`)
    assert.match(await ok(osc('sandbox', 'logs', '--lines', '1')), /^\S+ GET \/nothing 404 req-\S+$/)
    assert.equal((await follow(osc)).status, 130)
  })

  const wrong: [number, string[], RegExp][] = [
    [2, ['--fail', '700'], /'700' is not a valid fault/],
    [2, ['--port', '0'], /--port/],
    [2, ['--latency', 'x'], /--latency/],
    [1, ['--state', 'no/such/folder.sqlite'], /no\/such\/folder\.sqlite/],
  ]
  for (const [status, options, message] of wrong) {
    it(`start ${options.join(' ')} ends with ${status}`, async () => {
      await fails(status, osc('sandbox', 'start', ...options), message)
    })
  }
})

/** The first port that nobody uses now. */
async function freeOf(ports: readonly number[]): Promise<string> {
  for (const port of ports) if (await isFree(port)) return String(port)
  throw new Error(`None of ${ports.length} ports is free.`)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
  })
  await new Promise((resolve) => server.close(resolve))
  return free
}

const follow = (osc: BoundOsc): Promise<Result> =>
  osc(['sandbox', 'logs', '--follow'], {
    started: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
  })
