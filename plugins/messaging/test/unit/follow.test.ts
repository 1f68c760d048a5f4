import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {createServer as createSecureServer} from 'node:https'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {agentFor, InterruptedError, type JsonObject, type Runtime} from '@osc-cli/core'
import {type CertificateMaker, makeCertificates} from '@osc-cli/core/test/support/certificates'
import {startFixtureProxy} from '@osc-cli/core/test/support/fixture-proxy'
import {type Result, startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, afterEach, before, describe, it} from 'mocha'
import {WebSocketServer} from 'ws'
import {newMessages} from '#follow/printed'
import {openSocket} from '#follow/socket'

describe('following a queue', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())
  afterEach(() => cloud.sandbox.faults.clear())

  const post = async (queue: string, ...bodies: unknown[]) => {
    const messages = JSON.stringify(bodies.map((body) => ({body, ttl: 60})))
    assert.equal((await cloud.osc('messaging', 'message', 'post', queue, messages)).status, 0)
  }

  const sockets = () => cloud.sandbox.cloud.service('messaging-websocket')?.api as {followers(): number}

  /** Waits until the command follows a queue, or has failed to. */
  const followed = async (running: Promise<Result>) => {
    let ended = false
    running.finally(() => {
      ended = true
    })
    while (sockets().followers() === 0 && !ended) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  /** Runs the command, and `posting` as soon as it follows. */
  async function follow(posting: () => Promise<void>, ...argv: string[]): Promise<Result> {
    const running = cloud.osc('messaging', 'message', 'follow', ...argv)
    await followed(running)
    await posting()
    const result = await running
    while (sockets().followers() > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    return result
  }

  const formats: [string[], string][] = [
    [[], '{"n":1}\ntwo\n'],
    [['-f', 'value', '-c', 'Body'], "{'n': 1}\ntwo\n"],
    [['-f', 'csv'], '"Body","TTL"\n"{\'n\': 1}",60\n"two",60\n'],
    [['-f', 'json', '--noindent'], '[{"Body": {"n": 1}, "TTL": 60}, {"Body": "two", "TTL": 60}]\n'],
    [['-f', 'yaml'], '- Body:\n    n: 1\n  TTL: 60\n- Body: two\n  TTL: 60\n'],
  ]
  for (const [options, expected] of formats)
    it(`prints what arrives by websocket with ${options.join(' ') || 'no options'}`, async () => {
      await post('live', 'before')
      const {status, stdout, stderr} = await follow(
        () => post('live', {n: 1}, 'two'),
        'live',
        '--limit',
        '2',
        ...options,
      )
      assert.deepEqual([status, stdout, stderr], [0, expected, ''])
    })

  it('prints nothing of other queues and projects', async () => {
    const posting = async () => {
      await post('other', 1)
      const line = ['messaging', 'message', 'post', 'live', '{"body": 2}']
      assert.equal((await cloud.run(line, {cloud: 'sandbox-demo'})).status, 0)
      await post('live', 3)
    }
    assert.equal((await follow(posting, 'live', '--limit', '1')).stdout, '3\n')
  })

  for (const format of ['json', 'yaml', 'table'])
    it(`completes ${format} when it is interrupted`, async () => {
      const stop = new AbortController()
      const argv = ['messaging', 'message', 'follow', 'live', '-f', format]
      const running = cloud.run(argv, {signal: stop.signal})
      await followed(running)
      await post('live', 'x')
      await new Promise((resolve) => setTimeout(resolve, 50))
      stop.abort(new InterruptedError())
      const {status, stdout} = await running
      assert.equal(status, 130)
      const ends: JsonObject = {json: '\n]\n', yaml: '  TTL: 60\n', table: '-+\n'}
      assert.ok(stdout.includes('x') && stdout.endsWith(String(ends[format])), stdout)
    })

  /** Polls: the clock posts when the command pauses. */
  const polled = async (pauses: (() => Promise<void>)[], ...argv: string[]) => {
    let now = Date.now()
    const clock = {
      now: () => now,
      pause: async (seconds: number) => {
        now += seconds * 1000
        await pauses.shift()?.()
      },
    }
    const result = await cloud.run(['messaging', 'message', 'follow', ...argv], {clock})
    assert.equal(pauses.length, 0)
    return result
  }

  it('polls from now on', async () => {
    const twenty = Array.from({length: 20}, (_, at) => at)
    await post('polled', ...twenty)
    const pauses = [async () => undefined, () => post('polled', 'a', 'b'), () => post('polled', 'c')]
    const {status, stdout, stderr} = await polled(pauses, 'polled', '--poll', '--limit', '3')
    assert.deepEqual([status, stdout, stderr], [0, 'a\nb\nc\n', ''])
  })

  it('prints a message once when the service starts at the first one again', async () => {
    const started = [() => post('once', 'a'), () => post('once', 'b'), () => post('once', 'c')]
    const restarts = cloud.sandbox.cloud.store.collection('messaging/messages')
    const expire = async () => {
      // Of a marker that does not exist any more, the list starts at the beginning.
      const [first] = restarts.find({queue: String(restarts.find().find(({body}) => body === 'a')?.queue)})
      restarts.delete(String(first?.id))
    }
    const pauses = [...started.slice(0, 1), async () => expire(), ...started.slice(1)]
    assert.equal((await polled(pauses, 'once', '--poll', '--limit', '3')).stdout, 'a\nb\nc\n')
  })

  it('starts with the last messages', async () => {
    const {stdout} = await polled([() => post('polled', 'd')], 'polled', '--tail', '2', '--limit', '3')
    assert.equal(stdout, 'b\nc\nd\n')
  })

  it('polls on when the service is briefly unavailable', async () => {
    const fail = async () => cloud.sandbox.faults.add('500:1@GET /messaging/*')
    const {status, stdout} = await polled([fail, () => post('polled', 'e')], 'polled', '--poll', '--limit', '1')
    assert.deepEqual([status, stdout], [0, 'e\n'])
  })

  /** The variables for a cloud whose websocket is elsewhere. */
  const elsewhere = (url: string) => {
    const text = readFileSync(join(cloud.work, '..', 'clouds.yaml'), 'utf8')
    const file = join(cloud.work, 'elsewhere.yaml')
    writeFileSync(file, text.replace('  sandbox:\n', `  sandbox:\n    messaging_websocket_endpoint_override: ${url}\n`))
    return {OS_CLIENT_CONFIG_FILE: file}
  }

  it('polls where the websocket cannot be used', async () => {
    const pauses = [() => post('polled', 'f')]
    const clock = {now: () => Date.now(), pause: async () => pauses.shift()?.()}
    const argv = ['messaging', 'message', 'follow', 'polled', '--limit', '1']
    const {status, stdout, stderr} = await cloud.run(argv, {clock, env: elsewhere('ws://127.0.0.1:9')})
    assert.match(stderr, /^ws:\/\/127\.0\.0\.1:9 cannot be used: .*ECONNREFUSED.* The queue is polled over HTTP\.$/m)
    assert.deepEqual([status, stdout], [0, 'f\n'])
  })

  interface Request {
    action: string
    headers: {'X-Auth-Token'?: string}
  }
  type Answer = (request: Request, send: (body: JsonObject) => void, close: (code: number) => void) => void

  /** Follows with these options a queue of a websocket that answers like this. */
  async function following(answer: Answer, ...options: string[]): Promise<Result> {
    const server = createServer()
    new WebSocketServer({server}).on('connection', (socket) =>
      socket.on('message', (data) =>
        answer(
          JSON.parse(String(data)),
          (body) => socket.send(JSON.stringify(body)),
          (code) => socket.close(code),
        ),
      ),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      return await cloud.run(['messaging', 'message', 'follow', 'live', ...options], {env: elsewhere(url)})
    } finally {
      server.close()
    }
  }

  const accepted = {request: {}, headers: {status: 200}}

  it('logs in again when the token has expired', async () => {
    const tokens: (string | undefined)[] = []
    const {status, stdout, stderr} = await following(
      ({action, headers}, send, close) => {
        if (action === 'authenticate') tokens.push(headers['X-Auth-Token'])
        send(accepted)
        if (action !== 'subscription_create') return
        send({body: {n: tokens.length}, ttl: 60})
        if (tokens.length === 1) close(4003)
      },
      '--limit',
      '2',
    )
    assert.deepEqual([status, stdout, stderr], [0, '{"n":1}\n{"n":2}\n', 'The token has expired; connecting again.\n'])
    assert.equal(new Set(tokens).size, 2)
  })

  /** A websocket that refuses an action, or closes. */
  const refusing = (action: string, ending: {status: number} | {code: number}): Promise<Result> =>
    following((request, send, close) => {
      if (request.action !== action) send(accepted)
      else if ('code' in ending) close(ending.code)
      else send({body: {error: 'No.'}, headers: ending})
    })

  const refusals: [string, {status: number} | {code: number}, number, RegExp][] = [
    ['authenticate', {status: 401}, 3, /rejected the login: No\./],
    ['subscription_create', {status: 400}, 1, /refused to follow the queue: No\./],
    ['subscription_create', {code: 1011}, 1, /closed the websocket \(code 1011\)[\s\S]*--poll/],
  ]
  for (const [action, ending, status, message] of refusals)
    it(`ends with ${status} when ${action} is answered with ${JSON.stringify(ending)}`, async () => {
      const result = await refusing(action, ending)
      assert.match(result.stderr, message)
      assert.equal(result.status, status)
    })

  for (const argv of [['a/b'], ['live', '--limit', '0'], ['live', '--tail', '-1']])
    it(`refuses ${argv.join(' ')}`, async () => {
      assert.equal((await cloud.osc('messaging', 'message', 'follow', ...argv)).status, 2)
    })
})

describe('messages that came before', () => {
  let now = 0
  const clock = {now: () => now, pause: async () => undefined}
  const at = (seconds: number) => {
    now = seconds * 1000
  }
  const message = (id: string, ttl: number, age: number): JsonObject => ({id, ttl, age})

  it('are left out', () => {
    const newOf = newMessages(clock)
    assert.deepEqual(
      newOf([message('a', 60, 0), message('b', 60, 0)]).map(({id}) => id),
      ['a', 'b'],
    )
    at(30)
    assert.deepEqual(
      newOf([message('a', 60, 30), message('c', 60, 0)]).map(({id}) => id),
      ['c'],
    )
    // It lives longer than its TTL said, as a claim has extended it.
    at(100)
    assert.deepEqual(newOf([message('a', 300, 100)]), [])
    at(200)
    assert.deepEqual(newOf([message('a', 300, 200)]), [])
  })

  it('are forgotten when they have expired', () => {
    const newOf = newMessages(clock)
    at(0)
    newOf([message('a', 60, 0)])
    at(500)
    assert.deepEqual(
      newOf([message('a', 600, 500)]).map(({id}) => id),
      ['a'],
    )
  })
})

describe('a websocket with TLS', () => {
  let certificates: CertificateMaker
  const server = createSecureServer()
  let url = ''
  before(async () => {
    certificates = makeCertificates()
    const {cert, key} = certificates.issued('localhost')
    server.setSecureContext({cert, key})
    new WebSocketServer({server}).on('connection', (socket) => socket.close())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `wss://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.close()
    certificates.remove()
  })

  /** Opens it as a command does on a cloud with these settings. */
  async function open(settings: {verify?: boolean; cacert?: string}, env = {}): Promise<void> {
    const config = {verify: true, settings: {}, sources: {}, ...settings}
    const trace = {secret: () => undefined, note: () => undefined}
    const {signal} = new AbortController()
    const runtime = {config: async () => config, env, signal, trace: async () => trace} as unknown as Runtime
    const agent = await agentFor(runtime, new URL(url.replace(/^ws/, 'http')))
    assert.ok(agent)
    const socket = await openSocket(url, agent, signal)
    socket.close()
  }

  it('is refused with an unknown authority', () => assert.rejects(open({}), /certificate/))
  it('is opened with the CA bundle of the cloud', () => open({cacert: certificates.authority.certFile}))
  it('is opened without verification', () => open({verify: false}))
  it('is opened through a proxy', async () => {
    const proxy = await startFixtureProxy()
    await open({verify: false}, {https_proxy: proxy.url})
    assert.equal(proxy.requested[0], `CONNECT ${new URL(url).host}`)
    await proxy.stop()
  })
  it('has no agent where a proxy reads plain HTTP', async () => {
    const config = {verify: true, settings: {}, sources: {}}
    const trace = {secret: () => undefined}
    const runtime = {config: async () => config, env: {http_proxy: 'http://127.0.0.1:9'}, trace: async () => trace}
    assert.equal(await agentFor(runtime as unknown as Runtime, new URL('http://127.0.0.1:8')), undefined)
  })
})

describe('subscriptions of the sandbox', () => {
  it('call a web server on this machine', async () => {
    const cloud = await startTestCloud()
    const got = Promise.withResolvers<string>()
    const server = createServer(async (request, response) => {
      got.resolve(Buffer.concat(await Array.fromAsync(request)).toString())
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
      await cloud.osc('messaging', 'subscription', 'create', 'news', hook, '60')
      await cloud.osc('messaging', 'message', 'post', 'news', '{"body": "hi", "ttl": 70}')
      const notice = {body: 'hi', ttl: 70, Message_Type: 'Notification', queue_name: 'news'}
      assert.deepEqual(JSON.parse(await got.promise), notice)
    } finally {
      server.close()
      await cloud.close()
    }
  })
})
