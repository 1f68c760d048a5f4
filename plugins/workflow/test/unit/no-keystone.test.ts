import assert from 'node:assert/strict'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {after, before, describe, it} from 'mocha'
import {story} from './story.ts'

const files = {
  'hello.yaml': `version: '2.0'
hello:
  output: {text: <% $.text %>}
  tasks: {say: {action: std.echo output=hi, publish: {text: <% task().result %>}}}
`,
}

describe('Mistral without Keystone', () => {
  const {ok, cloud} = story(files)
  const tokens = new Set<string>()
  let endpoint = ''

  // The sandbox's Mistral behind a server that does not ask for a token, as one with auth_enable = false.
  const server = createServer(async (request, response) => {
    tokens.add(String(request.headers['x-auth-token']))
    const body = Buffer.concat(await Array.fromAsync(request))
    const type = request.headers['content-type']
    const answer = await fetch(`${cloud().sandbox.url}/workflow${request.url}`, {
      method: request.method ?? 'GET',
      headers: {'x-auth-token': token, ...(type && {'content-type': type})},
      ...(body.length > 0 && {body}),
    })
    response.writeHead(answer.status, {'content-type': answer.headers.get('content-type') ?? 'application/json'})
    response.end(await answer.text())
  })
  let token = ''
  before(async () => {
    token = (await ok('token', 'issue', '-f', 'value', '-c', 'id')).trim()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`
  })
  after(() => server.close())

  const run = (...argv: string[]) =>
    cloud().run(['--os-cloud', '', '--os-auth-type', 'none', '--os-endpoint', endpoint, ...argv])
  const value = async (...argv: string[]) => {
    const {status, stdout, stderr} = await run(...argv, '-f', 'value')
    assert.equal(status, 0, stderr)
    return stdout.trim()
  }

  it('creates, lists and shows workflows', async () => {
    assert.equal(await value('workflow', 'create', 'hello.yaml', '-c', 'Name'), 'hello')
    assert.equal(await value('workflow', 'list', '-c', 'Name'), 'hello')
    assert.equal(await value('workflow', 'show', 'hello', '-c', 'Scope'), 'private')
  })

  it('runs and follows', async () => {
    const id = await value('workflow', 'execution', 'create', 'hello', '-c', 'ID')
    const {status, stdout, stderr} = await run('workflow', 'execution', 'follow', id)
    assert.equal(status, 0, stderr)
    assert.match(stdout, /"text": "hi"/)
    assert.match(stderr, /^say: SUCCESS, std\.echo/m)
    assert.equal(await value('task', 'execution', 'list', id, '-c', 'Name'), 'say')
  })

  it('gets no token', () => assert.deepEqual([...tokens], ['notused']))
})
