import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, beforeEach, describe, it} from 'mocha'
import {swiftCloud} from './support/swift-cloud.ts'

describe('object create', function () {
  this.timeout(20_000)
  const {cloud, ok, json, names, fails} = swiftCloud()
  const file = (...path: string[]) => join(cloud().work, ...path)
  before(async () => {
    mkdirSync(file('many'))
    for (let index = 0; index < 30; index += 1) writeFileSync(file('many', `f${index}`), `${index}`)
    writeFileSync(file('large'), 'aaaabbbbcc')
  })
  beforeEach(async () => {
    cloud().sandbox.faults.clear()
    await ok('container', 'create', 'c')
  })

  it('uploads the others when some fail, and names the command that retries them', async () => {
    for (const name of ['f3', 'f7']) cloud().sandbox.faults.add(`403:1@PUT /object-store/v1/*/many/${name}`)
    const message = await fails(1, 'object', 'create', '--recursive', 'c', 'many', '--jobs', '3')
    assert.match(message, /2 of 30 objects failed/)
    assert.equal((await names('object', 'list', 'c')).length, 28)
    const [, line = ''] = /Retry: osc (.*)/.exec(message) ?? []
    assert.match(line, /many\/f3 many\/f7$/)
    await ok(...line.trim().split(' '))
    assert.equal((await names('object', 'list', 'c')).length, 30)
  })

  it('uploads again after a lost connection', async () => {
    cloud().sandbox.faults.add('reset:1@PUT /object-store/v1/*/large')
    await ok('object', 'create', 'c', 'large')
    assert.deepEqual(cloud().sandbox.faults.rules(), [])
    assert.equal(await ok('object', 'save', '--file', '-', 'c', 'large'), 'aaaabbbbcc')
  })

  it('uploads again, small files and others, when the service is busy', async () => {
    writeFileSync(file('streamed'), 'x'.repeat(2 ** 16 + 1))
    for (const name of ['large', 'streamed']) {
      cloud().sandbox.faults.add(`503:1@PUT /object-store/v1/*/${name}`)
      await ok('object', 'create', 'c', name)
      assert.deepEqual(cloud().sandbox.faults.rules(), [])
      assert.equal(await ok('object', 'save', '--file', '-', 'c', name), readFileSync(file(name), 'utf8'))
    }
  })

  it('uploads a large file in segments, which its download and deletion follow', async () => {
    const [row] = await json('object', 'create', 'c', 'large', '--segment-size', '4')
    const segments = await names('object', 'list', 'c_segments')
    assert.equal(segments.length, 3)
    for (const name of segments) assert.match(name, /^large\/slo\/\d+\.\d{6}\/10\/4\/0000000\d$/)
    assert.equal((await json('object', 'show', 'c', 'large')).etag, row.etag)
    assert.equal(await ok('object', 'save', '--file', '-', 'c', 'large'), 'aaaabbbbcc')
    await ok('object', 'delete', '--segments', 'c', 'large')
    assert.deepEqual(await names('object', 'list', 'c_segments'), [])
  })

  it('uploads standard input in segments', async () => {
    const line = ['object', 'create', 'c', '-', '--name', 'piped', '--segment-size', '4']
    const {status, stderr} = await cloud().run(line, {stdin: 'aaaabbbbcc'})
    assert.equal(status, 0, stderr)
    assert.equal((await names('object', 'list', 'c_segments', '--prefix', 'piped/')).length, 3)
    assert.equal(await ok('object', 'save', '--file', '-', 'c', 'piped'), 'aaaabbbbcc')
    assert.equal((await cloud().run(line.with(-3, 'nothing'), {stdin: ''})).status, 0)
    assert.equal((await json('object', 'show', 'c', 'nothing'))['content-length'], '0')
  })

  it('continues an interrupted upload with the segments that are missing', async () => {
    utimesSync(file('large'), 1, 1)
    const folder = 'large/slo/1.000000/10/4'
    cloud().sandbox.faults.add(`403:1@PUT /object-store/v1/*/${folder}/00000001`)
    const message = await fails(1, 'object', 'create', 'c', 'large', '--segment-size', '4')
    assert.match(message, /^Segments of large that were stored stay in container c_segments\. To upload the rest, run/m)
    assert.equal((await names('object', 'list', 'c_segments', '--prefix', folder)).length, 2)
    // A segment that is sent again would fail now.
    for (const index of [0, 2]) cloud().sandbox.faults.add(`403:1@PUT /object-store/v1/*/${folder}/0000000${index}`)
    await ok('object', 'create', 'c', 'large', '--segment-size', '4')
    assert.equal(await ok('object', 'save', '--file', '-', 'c', 'large'), 'aaaabbbbcc')
  })

  it('says how to list the segments of standard input that an upload leaves behind', async () => {
    cloud().sandbox.faults.add('403:1@PUT /object-store/v1/*/lost/*/00000001')
    const line = ['object', 'create', 'c', '-', '--name', 'lost', '--segment-size', '4']
    const {status, stderr} = await cloud().run(line, {stdin: 'aaaabbbbcc'})
    assert.equal(status, 1)
    const [, list = ''] = /List them with: osc (.*)$/m.exec(stderr) ?? []
    assert.deepEqual((await names(...list.split(' '))).length, 1)
  })

  it('gives up when there is no container', async () => {
    const message = await fails(4, 'object', 'create', '-r', 'none', 'many')
    assert.equal(message.match(/No container 'none' exists/g)?.length, 1)
  })

  it('refuses more segments than an object can have before it uploads one', async () => {
    writeFileSync(file('long'), 'x'.repeat(1001))
    assert.match(await fails(2, 'object', 'create', 'c', 'long', '--segment-size', '1'), /would have 1001 segments/)
  })

  it('ends with a conflict when an object is a segment of itself', async () => {
    await ok('object', 'create', 'c', 'large', '--name', 'self')
    const path = '/c/self?multipart-manifest=put'
    await ok('api', 'PUT', path, '--service', 'object-store', '-d', '[{"path": "/c/self"}]')
    assert.match(await fails(5, 'object', 'save', '--file', '-', 'c', 'self'), /HTTP 409/)
    await ok('object', 'delete', 'c', 'self')
  })
})
