import assert from 'node:assert/strict'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {files} from '@osc-cli/core/test/integration/support/files'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'

describe('image import', function () {
  this.timeout(120_000)
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const file = files()
  const data = 'x'.repeat(10_000)
  const server = createServer((request, response) => {
    if (request.url === '/disk.img') response.end(data)
    else response.writeHead(404).end()
  })

  before(async function () {
    await needs(this, 'image')
    if (!(await ok(osc('image', 'import', 'info', '-f', 'value'))).includes('web-download')) this.skip()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  after(() => server.close())

  const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`
  /** A queued image: with a terminal, osc does not read the data from stdin. */
  async function queued(): Promise<string> {
    const name = uniqueName('import')
    const line = ['image', 'create', '--disk-format', 'raw', name, '-f', 'value', '-c', 'id']
    const id = await ok(osc(line, {terminal: {streams: ['stdin']}}))
    later('image', 'delete', id)
    return id
  }
  const stateOf = async (id: string) => {
    const {status, size} = asObject((await api('image', 'GET', `/v2/images/${id}`)).body)
    return [status, size]
  }
  const download = (id: string, path: string) =>
    osc('image', 'import', '--wait', '--method', 'web-download', '--uri', url(path), id)

  it('imports staged data', async () => {
    const id = await queued()
    await ok(osc('image', 'stage', '--file', file(data), id))
    await ok(osc('image', 'import', '--wait', id))
    assert.deepEqual(await stateOf(id), ['active', data.length])
  })

  it('lets the image service download a file', async () => {
    const id = await queued()
    await ok(download(id, 'disk.img'))
    assert.deepEqual(await stateOf(id), ['active', data.length])
  })

  it('fails with the reason when the file does not exist', async () => {
    const id = await queued()
    assert.match(await fails(6, download(id, 'none.img')), /is in state failure: .*\n.*Check that the URL works/s)
    assert.deepEqual(await stateOf(id), ['queued', null])
  })
})
