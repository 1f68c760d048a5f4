import assert from 'node:assert/strict'
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {makeMask} from '#cloud/trace/mask'
import {createTrace, type TraceOptions} from '#cloud/trace/trace'
import {UsageError} from '#errors'
import {get, send, served, stopAll, transport} from './served.ts'

function traced(options: Partial<TraceOptions> = {}) {
  let printed = ''
  const stderr = {
    write: async (text: string) => {
      printed += text
    },
  }
  const trace = createTrace({debug: false, verbosity: 0, timing: false, stderr, ...options})
  return {trace, printed: () => printed}
}

describe('a trace', () => {
  afterEach(stopAll)

  it('shows requests as curl commands, and answers', async () => {
    const {trace, printed} = traced({debug: true})
    const server = await served({
      '/v3/users': {status: 201, body: {user: {name: 'ada'}}, headers: {'x-b': '2', date: 'now', connection: 'close'}},
    })
    const body = JSON.stringify({user: {name: "o'hara"}})
    const headers = {'Content-Type': 'application/json', 'X-Auth-Token': 'gAAAA-token'}
    const answer = await send({method: 'POST', url: `${server.url}/v3/users?a=b&c=d`, headers, body}, {trace})
    assert.deepEqual(await answer.json(), {user: {name: 'ada'}})
    const [request, response, content, ...rest] = printed().split('\n')
    assert.equal(
      request,
      `REQ: curl -g -i -X POST '${server.url}/v3/users?a=b&c=d' -H 'Content-Type: application/json' -H 'X-Auth-Token: ***'` +
        ` -H 'accept: application/json' -H 'accept-encoding: gzip, deflate, br' -H 'content-length: 26' -H 'user-agent: osc-test'` +
        ` -d '{"user":{"name":"o'\\''hara"}}'`,
    )
    assert.equal(
      response,
      'RESP: [201] connection: close content-length: 23 content-type: application/json date: now x-b: 2',
    )
    assert.equal(content, 'RESP BODY: {"user":{"name":"ada"}}')
    assert.deepEqual(rest, [''])
  })

  it('is silent by default, and asks for no bodies', async () => {
    const {trace, printed} = traced()
    const server = await served({'/': {body: {}}})
    await get(server.url, {trace})
    trace.note('something')
    assert.equal(printed(), '')
    assert.equal(trace.wantsBodies, false)
    assert.deepEqual(trace.timings(), [])
  })

  it('prints a line per request with -v', async () => {
    const {trace, printed} = traced({verbosity: 1})
    const server = await served({'/v3': {status: 300, headers: {'x-openstack-request-id': 'req-1'}}})
    await get(`${server.url}/v3?a=b`, {trace})
    assert.match(printed(), new RegExp(`^GET ${server.url}/v3\\?a=b 300 \\d+ ms req-1\n$`))
  })

  it('keeps times of every exchange, redirects and retries included', async () => {
    const {trace} = traced({timing: true})
    const server = await served({
      '/a': {status: 302, headers: {location: '/b'}},
      '/b': [{status: 503, headers: {'retry-after': '0'}}, {delay: 20}],
    })
    await get(`${server.url}/a`, {trace})
    const timings = trace.timings()
    assert.deepEqual(
      timings.map(({method, url, status}) => [method, url.slice(server.url.length), status]),
      [
        ['GET', '/a', 302],
        ['GET', '/b', 503],
        ['GET', '/b', 200],
      ],
    )
    assert.ok(timings.every(({seconds}) => seconds > 0 && seconds < 5))
    assert.ok((timings[2]?.seconds ?? 0) >= 0.019)
  })

  it('notes redirects and retries', async () => {
    const {trace, printed} = traced({verbosity: 1})
    const server = await served({
      '/a': {status: 302, headers: {location: '/b'}},
      '/b': [{status: 503, headers: {'retry-after': '0'}}, {}],
    })
    await get(`${server.url}/a`, {trace})
    assert.match(printed(), /GET \S+\/a: HTTP 302, redirected to \S+\/b\n/)
    assert.match(printed(), /GET \S+\/b: HTTP 503, retrying in 0\.0 s\n/)
  })

  it('gives the caller the same body, its end included', async () => {
    const {trace, printed} = traced({debug: true})
    const server = await served({'/': {body: 'x'.repeat(30), drop: 20}})
    const answer = await get(server.url, {trace})
    const chunks: Buffer[] = []
    await assert.rejects(async () => {
      for await (const chunk of answer.stream()) chunks.push(chunk)
    }, /closed before the response was complete/)
    assert.equal(String(Buffer.concat(chunks)), 'x'.repeat(20))
    assert.match(printed(), /RESP BODY: x{20}\n/)
  })

  it('says only the size of what is not text', async () => {
    const {trace, printed} = traced({debug: true})
    const server = await served({'PUT /': {body: Buffer.from([1, 2, 3])}})
    await send({method: 'PUT', url: server.url, body: new Uint8Array(2000)}, {trace})
    assert.match(printed(), /-d '<2000 bytes>'/)
    assert.match(printed(), /RESP BODY: <3 bytes of application\/octet-stream>/)
  })

  it('cuts long bodies, and says so', async () => {
    const {trace, printed} = traced({debug: true})
    const server = await served({'/': {body: 'x'.repeat(100_000)}})
    assert.equal((await (await get(server.url, {trace})).text()).length, 100_000)
    assert.match(printed(), /x{65536}\.\.\. \(34464 more characters\)\n/)
  })

  it('lets no server steer the terminal', async () => {
    const {trace, printed} = traced({debug: true})
    const server = await served({'/': {body: 'a\u001b]0;owned\u0007\u009b31m\nb', headers: {'x-a': '\u009b2J'}}})
    await get(server.url, {trace})
    assert.match(printed(), /a\\x1b\]0;owned\\x07\\x9b31m\nb/)
    assert.doesNotMatch(printed(), /[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
  })

  it('continues when stderr is closed', async () => {
    const stderr = {write: () => Promise.reject(Object.assign(new Error('EPIPE'), {code: 'EPIPE'}))}
    const trace = createTrace({debug: true, verbosity: 0, timing: false, stderr})
    const server = await served({'/': {}})
    assert.equal((await get(server.url, {trace})).status, 200)
  })
})

describe('secrets in a trace', () => {
  afterEach(stopAll)
  const secret = 'pä"ss/w\\o+rd ?&1'
  const forms: [string, string][] = [
    ['itself', secret],
    ['JSON', JSON.stringify({x: secret})],
    ['JSON in JSON', JSON.stringify({x: JSON.stringify({y: secret})})],
    ['JSON as Python writes it', '{"x": "p\\u00e4\\"ss/w\\\\o+rd ?&1"}'],
    ['a URL', `http://h/?x=${encodeURIComponent(secret)}`],
    ['a URL in lower case', `http://h/?x=${encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())}`],
    ['a form', new URLSearchParams({x: secret}).toString()],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64 for URLs', Buffer.from(secret).toString('base64url')],
    ...[1, 2, 3, 4].flatMap((before): [string, string][] =>
      [0, 1, 2].map((after) => [
        `base64 behind ${before} and before ${after}`,
        Buffer.from('u'.repeat(before) + secret + 'v'.repeat(after)).toString('base64'),
      ]),
    ),
  ]
  for (const [name, text] of forms) {
    it(`are masked in ${name}`, () => {
      const {trace, printed} = traced({verbosity: 1})
      trace.secret(secret)
      trace.note(`before ${text} behind`)
      assert.match(printed(), /\*\*\*/)
      assert.match(printed(), /^before .* behind\n$/)
      for (const part of ['ss/w', 'o+rd', 'o%2Brd', 'w%5Co', Buffer.from('s/w\\o+').toString('base64')]) {
        assert.ok(!printed().includes(part), printed())
      }
    })
  }

  const named: [string, string][] = [
    ['{"password": "s3cret"}', '{"password": "***"}'],
    ['{"adminPass":"s3cret","x":1}', '{"adminPass":"***","x":1}'],
    ['{"db_password" : "s3\\"cret", "y": "z"}', '{"db_password" : "***", "y": "z"}'],
    ['{"passcode": 123456}', '{"passcode": "***"}'],
    ['{"secret": null, "password": ""}', '{"secret": null, "password": "***"}'],
    [
      '{"note": "{\\"access\\": \\"a\\", \\"secret\\": \\"s3cret\\"}"}',
      '{"note": "{\\"access\\": \\"a\\", \\"secret\\": \\"***\\"}"}',
    ],
    ['{"blob": "s3cret"}', '{"blob": "***"}'],
    ['{"accept": {"auth_key": "s3cret"}}', '{"accept": {"auth_key": "***"}}'],
    ['{"keyring": "s3cret", "hosts": []}', '{"keyring": "***", "hosts": []}'],
    ['{"OS-EXT-SRV-ATTR:user_data": "s3cret"}', '{"OS-EXT-SRV-ATTR:user_data": "***"}'],
    ['http://h/vnc.html?path=%3Ftoken%3Ds3cret&x=1', 'http://h/vnc.html?path=%3Ftoken%3D***&x=1'],
    [
      '{"identity":{"methods":["token"],"token":{"id":"s3cret"}}}',
      '{"identity":{"methods":["token"],"token":{"id":"***"}}}',
    ],
    ['{"access_token":"s3cret","expires_in":5}', '{"access_token":"***","expires_in":5}'],
    ['{"private_key": "s3cret"}', '{"private_key": "***"}'],
    ['{"x": "-----BEGIN RSA PRIVATE KEY-----\\ns3cret\\n-----END RSA PRIVATE KEY-----\\n"}', '{"x": "***\\n"}'],
    ['{"password": "s3cret is cut', '{"password": "***"'],
    ['grant_type=password&password=s3cret&client_id=me', 'grant_type=password&password=***&client_id=me'],
    ['http://h/o?temp_url_sig=s3cret&temp_url_expires=1', 'http://h/o?temp_url_sig=***&temp_url_expires=1'],
    [`{'auth_token': 'gAAAAAB${'s3cret-_'.repeat(12)}=='}`, "{'auth_token': '***'}"],
    ['http://me:s3cret@proxy:3128/', 'http://me:***@proxy:3128/'],
    ['{"psk": "s3cret"}', '{"psk": "***"}'],
    [
      '{"token": {"expires_at": "2026", "user": {"name": "ada"}}}',
      '{"token": {"expires_at": "2026", "user": {"name": "ada"}}}',
    ],
    ['{"secret_ref": "http://h/v1/secrets/1"}', '{"secret_ref": "http://h/v1/secrets/1"}'],
    ['{"password_expires_at": "2026"}', '{"password_expires_at": "2026"}'],
  ]
  for (const [text, shown] of named) {
    it(`are known by their names: ${text}`, () => {
      const {trace, printed} = traced({verbosity: 1})
      trace.note(text)
      assert.equal(printed(), `${shown}\n`)
    })
  }

  const yaml: [string, string][] = [
    ['tasks:\n  password: s3cret and more\n  x: y\n', 'tasks:\n  password: ***\n  x: y\n'],
    ['input: [{password: "s3\\"cret"}, x]', 'input: [{password: "***"}, x]'],
    ['{"definition": "a:\\n  token: s3cret\\n  b: c\\n"}', '{"definition": "a:\\n  token: ***\\n  b: c\\n"}'],
    ['{"template": "{password: \\"s3cret\\", x: y}"}', '{"template": "{password: \\"***\\", x: y}"}'],
    ['token: {type: string}\npassword: <% $.x %>\n', 'token: {type: string}\npassword: <% $.x %>\n'],
    ['{"input": "password=\\"s3 cret\\", x=1"}', '{"input": "password=\\"***\\", x=1"}'],
  ]
  for (const [body, shown] of yaml) {
    it(`are known by their names in a body: ${JSON.stringify(body)}`, async () => {
      const {trace, printed} = traced({debug: true})
      const server = await served({'/': {body, headers: {'content-type': 'application/json'}}})
      await send({method: 'POST', url: server.url, headers: {'content-type': 'text/plain'}, body}, {trace})
      assert.doesNotMatch(printed(), /s3|cret/)
      assert.ok(printed().includes(`RESP BODY: ${shown}`), printed())
    })
  }

  it('are masked in the headers that hold them, and wherever these tokens come again', async () => {
    const {trace, printed} = traced({debug: true})
    const server = await served({
      '/': {
        body: {echo: 'token-of-mine and token-of-theirs'},
        headers: {'X-Subject-Token': 'token-of-theirs', 'set-cookie': ['a=s3cret', 'b=s3cret']},
      },
    })
    const headers = {'x-auth-token': 'token-of-mine', Authorization: 'Basic s3cret', 'OpenStack-Auth-Receipt': 's3cret'}
    await send({method: 'GET', url: server.url, headers}, {trace})
    assert.doesNotMatch(printed(), /s3cret|token-of/)
    assert.match(printed(), /"echo":"\*\*\* and \*\*\*"/)
  })

  it('are masked before a body is cut', async () => {
    const {trace, printed} = traced({debug: true})
    trace.secret('top-s3cret-value')
    const server = await served({'/': {body: `${'x'.repeat(65_530)}top-s3cret-value`}})
    await get(server.url, {trace})
    assert.doesNotMatch(printed(), /top-/)
  })

  it('are masked however long and many they are', () => {
    const mask = makeMask()
    const secrets = [
      `body ${'['.repeat(100_000)}`,
      ...Array.from({length: 500}, (_, at) => `secret-${at}-${'x'.repeat(at)}`),
    ]
    for (const secret of secrets) mask.add(secret)
    for (const secret of secrets) assert.equal(mask.text(`a ${secret} b`), 'a *** b')
  })

  it('of proxies are masked', async () => {
    const {trace, printed} = traced({debug: true})
    const server = await served({'http://cloud.example/': {body: 'hunter-22'}})
    const env = {http_proxy: server.url.replace('//', '//me:hunter%2D22@')}
    await transport({trace, env}).send({method: 'GET', url: 'http://cloud.example/'})
    assert.match(printed(), /RESP BODY: \*\*\*\n/)
    assert.doesNotMatch(printed(), /hunter/)
  })
})

describe('a long run of backslashes in a trace', () => {
  it('does not take quadratic time', () => {
    const text = '\\'.repeat(300_000)
    assert.equal(makeMask().text(text), text)
  })
})

describe('a JSON patch in a trace', () => {
  it('does not show values whose path names a secret', () => {
    const patch = (path: string, value: unknown) => JSON.stringify([{op: 'add', path, value}])
    const {text} = makeMask()
    assert.equal(text(patch('/driver_info/ipmi_password', 'hush "x"')), patch('/driver_info/ipmi_password', '***'))
    for (const plain of [patch('/name', 'web'), patch('/properties', {a: 1})]) assert.equal(text(plain), plain)
  })
})

describe('the log file', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'osc-log-'))
  })
  after(() => rmSync(folder, {recursive: true, force: true}))
  afterEach(stopAll)

  it('has everything, masked, with times, and is the owner’s only', async () => {
    const logFile = join(folder, 'new.log')
    const {trace, printed} = traced({logFile})
    trace.secret('s3cret')
    const server = await served({'/': {body: 'one\ntwo s3cret'}})
    await get(`${server.url}/?x=s3cret`, {trace})
    trace.note('a note')
    assert.equal(printed(), '')
    const text = readFileSync(logFile, 'utf8')
    const lines = text.trimEnd().split('\n')
    for (const line of lines) assert.match(line, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \d+ /)
    const messages = lines.map((line) => line.split(' ').slice(3).join(' '))
    assert.match(messages[0] ?? '', /^REQ: curl .*x=\*\*\*/)
    assert.match(messages[1] ?? '', /^RESP: \[200\]/)
    assert.deepEqual(messages.slice(2), ['RESP BODY: one', 'two ***', 'a note'])
    assert.equal(statSync(logFile).mode & 0o777, 0o600)
  })

  it('is added to, its mode left', () => {
    const logFile = join(folder, 'old.log')
    writeFileSync(logFile, 'before\n')
    chmodSync(logFile, 0o644)
    traced({logFile}).trace.note('after')
    assert.match(readFileSync(logFile, 'utf8'), /^before\n.* after\n$/)
    assert.equal(statSync(logFile).mode & 0o777, 0o644)
  })

  it('that cannot be written is a UsageError', () => {
    for (const logFile of [join(folder, 'none', 'x.log'), folder]) {
      assert.throws(
        () => traced({logFile}),
        (error: Error) => error instanceof UsageError && error.message.includes(`log file ${logFile} cannot`),
      )
    }
    assert.equal(existsSync(join(folder, 'none')), false)
  })
})
