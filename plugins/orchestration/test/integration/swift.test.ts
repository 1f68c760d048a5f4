import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {createServer, type IncomingHttpHeaders} from 'node:http'
import {join} from 'node:path'
import {asObject, decodeJson, type Session} from '@osc-cli/core'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import type {ReadContext} from '../../src/template/process.ts'
import {stackBody} from '../../src/template/stack-body.ts'
import {askHeatclient} from './support/heatclient.ts'
import {clientsOn} from './support/session.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const OBJECTS = [
  'json/top.json',
  'environments/registry/middle.yaml',
  'environments/remote.yaml',
  'scripts/hello.sh',
  'scripts/binary.bin',
]
const BINARY =
  'heat_template_version: 2016-10-14\nresources: {a: {type: OS::Heat::Value, properties: {value: {get_file: scripts/binary.bin}}}}\n'

describe('templates in Swift', () => {
  const container = uniqueName('templates')
  const osc = oscOnCloud()
  let session: Session
  let context: ReadContext
  let url = ''

  const put = (path: string, body?: Buffer | string) =>
    session.request({service: 'object-store', method: 'PUT', path: `/${container}${path}`, body: body ?? ''})

  before(async function () {
    lacks(this, 'swift-urls')
    const cloud = await clientsOn()
    session = cloud.session
    context = {cwd: fixtures, stdin: () => process.stdin, session: async () => session, download: cloud.download}
    url = `${await session.endpoint('object-store')}/${container}`
    await put('')
    for (const name of OBJECTS) await put(`/${name}`, readFileSync(join(fixtures, name)))
    await put('/binary.yaml', BINARY)
  })

  after(async () => {
    if (!url) return
    for (const name of [...OBJECTS, 'binary.yaml', ''])
      await session.request({service: 'object-store', method: 'DELETE', path: `/${container}${name && '/'}${name}`})
  })

  const read = (template: string) => stackBody({template}, context)

  for (const name of ['json/top.json', 'environments/registry/middle.yaml']) {
    it(`reads ${name} and what it names, as heatclient does`, async function () {
      const {token} = await session.access()
      const [reference] =
        (await askHeatclient('heatclient_body.py', [{template: `${url}/${name}`, token}], fixtures)) ?? this.skip()
      const {body, error} = asObject(reference)
      assert.ok(typeof body === 'string', `heatclient: ${error}`)
      assert.deepEqual(decodeJson(JSON.stringify(await read(`${url}/${name}`))), decodeJson(body))
    })
  }

  it('reads binary objects', async () => {
    const {files} = await read(`${url}/binary.yaml`)
    const base64 = String(files[`${url}/scripts/binary.bin`])
    assert.deepEqual(Buffer.from(base64, 'base64'), readFileSync(join(fixtures, 'scripts/binary.bin')))
  })

  it('reads environments, too', async () => {
    const environment = `${url}/environments/remote.yaml`
    const input = {template: 'json/top.json', environments: [environment]}
    const reading = stackBody(input, context)
    // The second file that it names is at the root of the server, and there is none.
    await assert.rejects(reading, {
      message:
        /remote\.yaml: resource_registry\.My::Absolute: .*\/environments\/registry\/middle\.yaml failed: HTTP 40\d/,
    })
  })

  it('names a missing object', () =>
    assert.rejects(read(`${url}/none.yaml`), {name: 'DocumentError', message: /none\.yaml failed: HTTP 40\d/}))

  it('sends the token nowhere else', async () => {
    const received: IncomingHttpHeaders[] = []
    const server = createServer((request, response) => {
      received.push(request.headers)
      response.writeHead(401).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      await assert.rejects(read(`http://127.0.0.1:${asObject(server.address()).port}/a.yaml`), {message: /HTTP 401/})
      assert.equal(received.length, 1)
      assert.equal(received[0]?.['x-auth-token'], undefined)
    } finally {
      server.close()
    }
  })

  it('is where Heat itself finds the files, with --files-container', async () => {
    writeFileSync(join(osc.place.work, 'hello.yaml'), BINARY.replace('binary.bin', 'hello.sh'))
    const line = ['stack', 'create', '-t', 'hello.yaml', '-s', container]
    const preview = await ok(osc(...line, '--dry-run', uniqueName('container'), '-f', 'json'))
    assert.match(preview, /hello world|echo/)
    const bad = [...line.slice(0, -1), `${container}-none`, '--dry-run', uniqueName('container')]
    assert.match(await fails(4, osc(...bad)), /Could not fetch files from container/)
  })

  it('is accepted by Heat', async () => {
    const body = {...(await read(`${url}/environments/registry/middle.yaml`)), stack_name: uniqueName('validate')}
    const answer = await session.request({service: 'orchestration', method: 'POST', path: '/stacks/preview', body})
    assert.equal(answer.status, 200)
  })
})
