import assert from 'node:assert/strict'
import {request} from 'node:http'
import {readBody} from '#server/read-body'
import {onSandbox} from '../support/on-sandbox.ts'

describe('the sandbox over HTTP', () => {
  const log: string[] = []
  const {ask} = onSandbox({log: (line) => void log.push(line)})

  const answers: [request: string, token: string, status: number, body: unknown, sent?: unknown][] = [
    ['GET /widgets/', '', 200, {versions: ['v1']}],
    ['GET /widgets', '', 200, {versions: ['v1']}],
    [
      'GET /widgets/v1/widgets',
      '',
      401,
      {error: {code: 401, message: 'The request you have made requires authentication.'}},
    ],
    [
      'GET /widgets/v1/widgets',
      'unknown',
      401,
      {error: {code: 401, message: 'The request you have made requires authentication.'}},
    ],
    ['GET /widgets/v1/nothing', '', 404, {error: {code: 404, message: '/widgets/v1/nothing could not be found.'}}],
    [
      'POST /widgets/v1/widgets',
      'admin-token',
      400,
      {error: {code: 400, message: 'Malformed json in request body'}},
      '{',
    ],
    [
      'POST /widgets/v1/widgets',
      'admin-token',
      400,
      {error: {code: 400, message: 'The request body must be a JSON object.'}},
      '[]',
    ],
    ['GET /widgets/v1/text', 'admin-token', 200, {text: '<p>'}],
    [
      'GET /',
      '',
      200,
      {
        services: [
          {type: 'widgets', path: '/widgets'},
          {type: 'identity', path: '/identity'},
        ],
      },
    ],
    ['GET /elsewhere', '', 404, {error: {code: 404, title: 'Not Found', message: '/elsewhere could not be found.'}}],
  ]
  for (const [request, token, status, body, sent] of answers) {
    it(`${request} ${token || 'without a token'}${sent === undefined ? '' : ` ${sent}`}: ${status}`, async () => {
      const answer = await ask(request, sent, token)
      assert.deepEqual([answer.status, answer.body], [status, body])
    })
  }

  it('refuses a method that the path does not have and lists those it has', async () => {
    const {status, body, headers} = await ask('DELETE /widgets/v1/widgets', undefined, 'admin-token')
    assert.deepEqual([status, headers.get('allow')], [405, 'GET, POST'])
    assert.deepEqual(body, {error: {code: 405, message: '/widgets/v1/widgets allows GET, POST.'}})
  })

  it('gives every answer a request ID and logs both', async () => {
    for (const [path, status] of [
      ['/widgets/v1/widgets', 200],
      ['/nothing', 404],
      ['/widgets/v1/widgets/x', 404],
    ] as const) {
      const {headers} = await ask(`GET ${path}`)
      const id = headers.get('x-openstack-request-id') ?? ''
      assert.match(id, /^req-[0-9a-f-]{36}$/)
      assert.equal(log.at(-1), `GET ${path} ${status} ${id}`)
    }
  })

  it('decodes the parts of a path', async () => {
    const {body} = await ask('GET /widgets/v1/mirror/a%20b%2Fc')
    assert.deepEqual(body.params, {name: 'a b/c'})
  })

  it('answers HEAD like GET, without a body', async () => {
    const {status, body} = await ask('HEAD /widgets/v1/widgets')
    assert.deepEqual([status, body], [200, {text: ''}])
  })

  it('keeps nothing of a request that fails', async () => {
    assert.equal((await ask('POST /widgets/v1/half')).status, 409)
    assert.deepEqual((await ask('GET /widgets/v1/half')).body, {count: 0})
  })

  it('reports an unexpected error to the log, not to the client', async () => {
    const {status, body} = await ask('GET /widgets/v1/broken')
    assert.equal(status, 500)
    assert.doesNotMatch(JSON.stringify(body), /secret detail/)
    assert.ok(log.some((line) => line.includes('secret detail')))
  })
})

describe('limits of the sandbox', () => {
  const {ask, running} = onSandbox()
  const raw = (path: string, headers: Record<string, string>, body = '') =>
    new Promise<{status: number; body: string}>((resolve, reject) => {
      const {port} = new URL(running().url)
      const sent = request({host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', agent: false, headers})
      sent.on('error', reject)
      sent.on('response', async (answer) => {
        const text = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>)).toString()
        resolve({status: answer.statusCode ?? 0, body: text})
      })
      sent.end(body)
    })

  it('refuses a request without a token before it reads the body', async () => {
    const {status} = await raw('/widgets/v1/widgets', {'content-length': String(700 * 1024 ** 2)}, ' ')
    assert.equal(status, 401)
  })

  it('refuses a large body before it is sent', async () => {
    const headers = {'content-length': String(65 * 1024 ** 2), 'x-auth-token': 'admin-token'}
    assert.equal((await raw('/widgets/v1/widgets', headers, ' ')).status, 413)
  })

  it('counts a body that has no length', async () => {
    const sent = () => new Request('http://x', {method: 'POST', body: new Blob(['12345']).stream(), duplex: 'half'})
    assert.equal((await readBody(sent(), 5)).length, 5)
    await assert.rejects(readBody(sent(), 4), {status: 413})
  })

  for (const [host, status] of [
    ['evil.example', 421],
    ['127.0.0.1', 421],
    ['localhost:PORT', 200],
  ] as const)
    it(`answers the host ${host} with ${status}`, async () => {
      const own = host.replace('PORT', new URL(running().url).port)
      assert.equal((await raw('/widgets/', {host: own})).status, status)
    })

  it('puts its own address into links, whatever the client calls it', async () => {
    const {port} = new URL(running().url)
    const headers = {host: `localhost:${port}`, 'x-auth-token': 'admin-token'}
    assert.equal(JSON.parse((await raw('/widgets/v1/origin', headers)).body).origin, running().url)
  })

  it('refuses a long URL with a message', async () => {
    const {status} = await ask(`GET /widgets/?x=${'a'.repeat(100_000)}`)
    assert.equal(status, 414)
  })

  it('says when the disk is full', async () => {
    const {status, body} = await ask('GET /widgets/v1/full')
    assert.equal(status, 507)
    assert.match(JSON.stringify(body), /disk .* is full/)
  })
})

describe('faults of the sandbox', () => {
  const {ask, running} = onSandbox()
  const during = async (rules: readonly string[], work: () => Promise<void>) => {
    for (const rule of rules) running().faults.add(rule)
    await work().finally(() => running().faults.clear())
  }
  const status = async (request: string) => (await ask(request)).status

  it('answers with a status as often as asked', () =>
    during(['503:2@GET /widgets/*'], async () => {
      assert.deepEqual(
        [
          await status('GET /identity/'),
          await status('POST /widgets/v1/widgets'),
          await status('GET /widgets/'),
          await status('GET /widgets/'),
          await status('GET /widgets/'),
        ],
        [404, 400, 503, 503, 200],
      )
      assert.deepEqual(running().faults.rules(), [])
    }))

  it('resets connections', () => during(['reset'], () => assert.rejects(ask('GET /widgets/'), /fetch failed/)))

  it('cuts bodies short', () => during(['truncate:1'], () => assert.rejects(ask('GET /widgets/'), /terminated/)))

  it('keeps silent', () =>
    during(['silence:1'], async () => {
      const silent = await Promise.race([
        ask('GET /widgets/'),
        new Promise((resolve) => setTimeout(resolve, 50, 'silent')),
      ])
      assert.equal(silent, 'silent')
      assert.equal(await status('GET /widgets/'), 200)
    }))

  for (const rule of ['', 'never', '200', '999', '503:0', '503@identity', 'reset@get /x', '503:x']) {
    it(`refuses '${rule}'`, () => {
      assert.throws(() => running().faults.add(rule), {
        name: 'UsageError',
        message: `'${rule}' is not a valid fault.`,
      })
    })
  }
})

describe('a slow sandbox', () => {
  const {ask} = onSandbox({latency: 120})

  it('takes its time', async () => {
    const start = performance.now()
    await ask('GET /widgets/')
    assert.ok(performance.now() - start >= 119)
  })
})
