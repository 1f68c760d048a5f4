import assert from 'node:assert/strict'
import {failureOf} from '#cloud/http/failure'
import {HttpError} from '#errors'
import {send, served, stopAll} from './served.ts'

const html = {'content-type': 'text/html; charset=UTF-8'}

describe('failureOf', () => {
  afterEach(stopAll)

  async function failed(
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
    service?: string,
  ): Promise<HttpError> {
    const server = await served({'POST /v3/things/x': {status, body, headers}})
    const request = {method: 'POST', url: `${server.url}/v3/things/x`} as const
    return await failureOf(await send(request), service === undefined ? request : {...request, service})
  }

  for (const [what, text] of [
    ['tags that are not closed', '<'.repeat(400_000)],
    ['headings that are not closed', '<h1>'.repeat(100_000)],
  ] as const) {
    it(`does not look through a long page of ${what}`, async () => {
      const error = await failed(500, text, html)
      assert.match(error.message, /\(HTTP 500\)/)
    })
  }

  it('does not wait for the end of a body', async () => {
    const server = await served({'/': {status: 500, body: 'x'.repeat(10_000_000), drip: {bytes: 70_000, every: 50}}})
    const request = {method: 'GET', url: server.url} as const
    const error = await failureOf(await send(request), request)
    assert.ok(error.message.startsWith('xxx'))
    assert.ok(error.message.length < 3000)
  })

  const texts: [string, number, unknown, Record<string, string>, string][] = [
    [
      'Keystone',
      404,
      {error: {code: 404, message: 'Could not find user: x.', title: 'Not Found'}},
      {},
      'Could not find user: x.',
    ],
    [
      'Heat',
      404,
      {
        explanation: 'The resource could not be found.',
        code: 404,
        error: {message: 'The Stack (x) could not be found.', traceback: null, type: 'EntityNotFound'},
        title: 'Not Found',
      },
      {},
      'The Stack (x) could not be found.',
    ],
    [
      'Heat without a message',
      400,
      {
        explanation: 'The server could not comply.',
        code: 400,
        error: {message: '', traceback: null},
        title: 'Bad Request',
      },
      {},
      'The server could not comply.',
    ],
    ['Nova', 400, {badRequest: {code: 400, message: 'Invalid flavor.'}}, {}, 'Invalid flavor.'],
    [
      'Cinder',
      413,
      {overLimit: {code: 413, message: 'Volume quota.', details: 'x', retryAfter: 0}},
      {},
      'Volume quota.',
    ],
    [
      'Neutron',
      409,
      {NeutronError: {type: 'SubnetInUse', message: 'Subnet is in use.', detail: ''}},
      {},
      'Subnet is in use.',
    ],
    [
      'Neutron with a detail',
      400,
      {NeutronError: {type: 'T', message: 'Invalid input.', detail: 'mtu must be a number.'}},
      {},
      'Invalid input.\nmtu must be a number.',
    ],
    ['Neutron of old', 400, {NeutronError: 'Bad router request.'}, {}, 'Bad router request.'],
    [
      'Placement',
      404,
      {
        errors: [
          {
            status: 404,
            title: 'Not Found',
            detail: 'The resource could not be found.\n\n No provider with uuid 1 found  ',
          },
        ],
      },
      {},
      'The resource could not be found.\n No provider with uuid 1 found',
    ],
    ['Magnum', 400, {errors: [{status: 400, title: 'Bad', detail: ''}, {detail: 'Second.'}]}, {}, 'Bad\nSecond.'],
    [
      'Designate',
      400,
      {code: 400, type: 'invalid_object', errors: {errors: [{path: ['email'], message: "'x' is not a 'email'"}]}},
      {},
      "email: 'x' is not a 'email'",
    ],
    [
      'Ironic',
      404,
      {error_message: {faultcode: 'Client', faultstring: 'Node x could not be found.'}},
      {},
      'Node x could not be found.',
    ],
    [
      'Ironic of old',
      404,
      {error_message: JSON.stringify({debuginfo: null, faultcode: 'Client', faultstring: 'Node y.'})},
      {},
      'Node y.',
    ],
    [
      'Mistral',
      404,
      {debuginfo: null, faultcode: 'Client', faultstring: 'Workflow not found [x]'},
      {},
      'Workflow not found [x]',
    ],
    ['Aodh', 400, {error_message: {debuginfo: null, faultcode: 'Client', faultstring: 'Invalid.'}}, {}, 'Invalid.'],
    [
      'Zaqar',
      400,
      {title: 'Bad request', description: 'The TTL is too long.'},
      {},
      'Bad request: The TTL is too long.',
    ],
    [
      'Barbican',
      400,
      {code: 400, title: 'Provided object does not match.', description: 'x is required.'},
      {},
      'Provided object does not match.: x is required.',
    ],
    ['an OAuth server', 400, {error: 'invalid_client', error_description: 'Unknown client.'}, {}, 'Unknown client.'],
    ['an OAuth server of few words', 400, {error: 'invalid_client'}, {}, 'invalid_client'],
    [
      'webob',
      400,
      {message: 'Malformed.<br /><br />\n\n\n', code: '400 Bad Request', title: 'Bad Request'},
      {},
      'Malformed.',
    ],
    [
      'Swift',
      409,
      '<html><h1>Conflict</h1><p>There was a conflict.</p></html>',
      html,
      'Conflict: There was a conflict.',
    ],
    [
      'Glance',
      409,
      '<html>\n <head>\n  <title>409 Conflict</title>\n </head>\n <body>\n  <h1>409 Conflict</h1>\n  Image &lt;x&gt; is in use.<br /><br />\n\n </body>\n</html>',
      html,
      'Conflict: Image <x> is in use.',
    ],
    ['a page without a heading', 500, '<html><head><title>Oops</title></head><body></body></html>', html, 'Oops'],
    [
      'a page without a head',
      404,
      '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found.</p>',
      html,
      'Not Found: The requested URL was not found.',
    ],
    ['a page with scripts', 500, '<h1>Down</h1><script>alert(1)</script><style>p{}</style><!-- x -->', html, 'Down'],
    ['plain text', 400, '400 Bad Request\n\nThe value is wrong.\n\n   ', {}, 'The value is wrong.'],
    ['nothing', 409, undefined, {}, 'Conflict'],
    ['an empty object', 409, {}, {}, 'Conflict'],
    ['a status without a name', 499, '', {}, 'The service refused the request'],
    ['odd types', 400, {error: {message: {nested: true}, code: []}, errors: 5}, {}, 'Bad Request'],
    ['control characters', 400, {error: {message: 'a\u001b[31mb\u0007\u202ec\r\nd'}}, {}, 'a[31mbc\nd'],
    ['JSON that calls itself text', 400, '{"error":{"message":"In JSON."}}', {}, 'In JSON.'],
    ['JSON that is damaged', 400, '{"error":', {'content-type': 'application/json'}, '{"error":'],
  ]
  for (const [name, status, body, headers, text] of texts) {
    it(`understands ${name}`, async () => {
      const error = await failed(status, body, headers)
      assert.ok(error instanceof HttpError)
      assert.equal(error.message, `${text} (HTTP ${status})`)
    })
  }

  const ids: [Record<string, string>, unknown, string][] = [
    [{'x-openstack-request-id': 'req-1'}, {}, 'req-1'],
    [{'x-compute-request-id': 'req-2'}, {}, 'req-2'],
    [{'x-trans-id': 'tx0-1'}, {}, 'tx0-1'],
    [{}, {errors: [{detail: 'x', request_id: 'req-3'}]}, 'req-3'],
  ]
  for (const [headers, body, id] of ids) {
    it(`names the request ID ${id}`, async () => {
      const error = await failed(409, body, headers)
      assert.ok(error.message.endsWith(` (HTTP 409) (Request-ID: ${id})`), error.message)
      assert.equal(error.failure.requestId, id)
    })
  }

  it('keeps what was asked, and has a status of its own', async () => {
    const error = await failed(404, {error: {message: 'No.'}})
    assert.equal(error.failure.method, 'POST')
    assert.equal(error.failure.status, 404)
    assert.match(error.failure.url, /\/v3\/things\/x$/)
    assert.equal(error.exitCode, 4)
    assert.equal(error.code, 'Http404')
  })

  it('ignores a truncated body', async () => {
    const server = await served({'/': {status: 500, body: 'x'.repeat(100), drop: 10}})
    const error = await failureOf(await send({method: 'POST', url: server.url}), {method: 'POST'})
    assert.equal(error.message, 'Internal Server Error (HTTP 500)')
  })

  const hints: [number, unknown, Record<string, string>, RegExp | undefined][] = [
    [401, {}, {}, /osc configuration show/],
    [403, {}, {}, /osc whoami/],
    [404, {error: {message: 'Could not find user: x.'}}, {}, undefined],
    [
      404,
      {error: {message: 'The requested URL was not found on the server. If you'}},
      {},
      /^Check the endpoint .*\/v3\/things\/x and .*catalog show dns/,
    ],
    [404, '404 Not Found\n\nThe resource could not be found.\n\n   ', {}, /^Check the endpoint/],
    [
      404,
      '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx/1.18</body></html>',
      html,
      /^Check the endpoint/,
    ],
    [404, '<html><body><h1>404 Not Found</h1>No image found with ID x<br /></body></html>', html, undefined],
    [
      404,
      '<html><h1>Not Found</h1><p>The resource could not be found.</p></html>',
      {...html, 'x-trans-id': 'tx1'},
      undefined,
    ],
    [
      404,
      '<html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found.</p>',
      html,
      /^Check the endpoint/,
    ],
    [404, '', {}, /^Check the endpoint/],
    [413, {}, {'retry-after': '7'}, /Try again in 7 seconds/],
    [413, {}, {}, undefined],
    [429, {}, {'retry-after': '3'}, /Try again in 3 seconds/],
    [429, {}, {}, /too many requests/],
    [503, {}, {}, /The dns service is unavailable. Try again later/],
    [503, {}, {'retry-after': '9'}, /is unavailable. Try again in 9 seconds/],
    [502, {}, {}, /^The request may have succeeded: check before you retry\.$/],
    [504, {}, {}, /^The request may have succeeded: check before you retry\.$/],
    [400, {}, {}, undefined],
  ]
  for (const [status, body, headers, hint] of hints) {
    it(`hints at ${hint ?? 'nothing'} for ${status} ${JSON.stringify(body).slice(0, 60)}`, async () => {
      const error = await failed(status, body, headers, 'dns')
      if (hint) assert.match(error.hint ?? '', hint)
      else assert.equal(error.hint, undefined)
    })
  }
})
