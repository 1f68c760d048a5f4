import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fillDisk} from '@osc-cli/core/test/support/full-disk'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

const CONTENT = 'the bytes of a small disk'

describe('image', function () {
  this.timeout(20_000)
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(join(cloud.work, 'disk.img'), CONTENT)
    await ok(
      'image',
      'create',
      '--file',
      'disk.img',
      '--property',
      'os_distro=cirros',
      '--tag',
      'b',
      '--tag',
      'a',
      'disk',
    )
  })
  after(() => cloud.close())

  const ok = async (...argv: string[]): Promise<string> => {
    const {status, stdout, stderr} = await cloud.osc(...argv)
    assert.equal(status, 0, stderr)
    return stdout
  }
  const fails = async (exitCode: number, ...argv: string[]): Promise<string> => {
    const {status, stderr} = await cloud.osc(...argv)
    assert.equal(status, exitCode, stderr)
    return stderr
  }
  const shown = async (name: string) => JSON.parse(await ok('image', 'show', name, '-f', 'json'))

  it('uploads a file, which the image service can verify', async () => {
    const {checksum, size, status, tags, properties} = await shown('disk')
    const md5 = createHash('md5').update(CONTENT).digest('hex')
    assert.deepEqual([checksum, size, status, tags], [md5, CONTENT.length, 'active', ['b', 'a']])
    assert.equal(properties.os_distro, 'cirros')
  })

  it('uploads standard input', async () => {
    const {status, stderr} = await cloud.run(['image', 'create', 'piped'], {stdin: 'abc'})
    assert.equal(status, 0, stderr)
    assert.equal((await shown('piped')).size, 3)
  })

  it('stages and imports with --import', async () => {
    await ok('image', 'create', '--import', '--file', 'disk.img', 'imported')
    assert.equal((await shown('imported')).status, 'active')
    assert.match(await ok('image', 'task', 'list'), /api_image_import/)
  })

  it('waits for an import, and for none where nothing is to be done', async () => {
    cloud.sandbox.faults.add('409:1@PUT /image/v2/images/*')
    await fails(5, 'image', 'create', '--file', 'disk.img', 'staged')
    cloud.sandbox.faults.clear()
    await ok('image', 'stage', '--file', 'disk.img', 'staged')
    assert.equal((await shown('staged')).status, 'uploading')
    assert.match(await ok('image', 'import', '--wait', 'staged'), /active/)
    assert.match(await ok('image', 'import', '--method', 'copy-image', '--all-stores', '--wait', 'disk'), /active/)
  })

  it('saves to a file, once', async () => {
    await ok('image', 'save', '--file', 'copy.img', 'disk')
    assert.equal(readFileSync(join(cloud.work, 'copy.img'), 'utf8'), CONTENT)
    assert.match(await fails(5, 'image', 'save', '--file', 'copy.img', 'disk'), /copy\.img already exists/)
    assert.equal(await ok('image', 'save', 'disk'), CONTENT)
  })

  it('keeps no file with the wrong checksum', async () => {
    const {id} = await shown('disk')
    const data = cloud.sandbox.cloud.store.collection('image/data')
    const {bytes} = data.get(id) ?? {}
    data.put(id, {bytes: Buffer.from('damaged').toString('base64')})
    assert.match(await fails(1, 'image', 'save', '--file', 'damaged.img', 'disk'), /sha512 checksum/)
    assert.ok(!existsSync(join(cloud.work, 'damaged.img')))
    data.put(id, {bytes})
  })

  it('keeps no file when the disk is full', async () => {
    const disk = fillDisk()
    try {
      const message = await fails(1, 'image', 'save', '--file', 'full.img', 'disk')
      assert.match(message, /full\.img cannot be written: no space left on the device/)
    } finally {
      disk.restore()
    }
    assert.deepEqual(
      readdirSync(cloud.work).filter((name) => /full|part/.test(name)),
      [],
    )
  })

  it('names the image that a failed upload leaves', async () => {
    cloud.sandbox.faults.add('409:1@PUT /image/v2/images/*')
    const message = await fails(5, 'image', 'create', '--file', 'disk.img', 'broken')
    cloud.sandbox.faults.clear()
    const {id, status} = await shown('broken')
    assert.ok(message.includes(`osc image delete ${id}`), message)
    assert.equal(status, 'queued')
    assert.match(await fails(1, 'image', 'save', '--file', 'none.img', 'broken'), /does not have data/)
  })

  for (const [from, options, stdin] of [
    ['a file', ['--file', 'large.img'], ''],
    ['standard input', [], 'x'.repeat(1_000_000)],
  ] as const)
    it(`names the image whose upload from ${from} breaks off`, async () => {
      writeFileSync(join(cloud.work, 'large.img'), 'x'.repeat(1_000_000))
      cloud.sandbox.faults.add('reset@PUT /image/v2/images/*')
      const clock = {now: Date.now, pause: async () => {}}
      const {status, stderr} = await cloud.run(['image', 'create', ...options, 'partial'], {clock, stdin})
      cloud.sandbox.faults.clear()
      assert.equal(status, 1, stderr)
      const {id, status: left} = await shown('partial')
      assert.equal(left, 'queued')
      assert.ok(stderr.includes(`its data was not stored. Delete it with: osc image delete ${id}`), stderr)
      await ok('image', 'delete', id)
    })

  it('changes only what differs, and removes', async () => {
    await ok(
      'image',
      'set',
      'disk',
      '--property',
      'a/b=c',
      '--property',
      'os_distro=other',
      '--tag',
      'c',
      '--min-ram',
      '64',
      '--protected',
    )
    const changed = await shown('disk')
    assert.deepEqual([changed.min_ram, changed.protected, changed.tags], [64, true, ['b', 'a', 'c']])
    assert.deepEqual([changed.properties['a/b'], changed.properties.os_distro], ['c', 'other'])
    await ok('image', 'set', 'disk', '--os-distro', 'cirros')
    assert.match(
      await fails(4, 'image', 'unset', 'disk', '--tag', 'none', '--tag', 'c', '--property', 'a/b'),
      /tag 'none'/,
    )
    const {tags, properties} = await shown('disk')
    assert.deepEqual([tags, properties['a/b']], [['b', 'a'], undefined])
    await ok('image', 'set', 'disk', '--unprotected')
  })

  it('finds hidden images by name', async () => {
    await ok('image', 'set', '--hidden', 'piped')
    assert.equal((await shown('piped')).properties.os_hidden, true)
    assert.doesNotMatch(await ok('image', 'list'), /piped/)
    assert.match(await ok('image', 'list', '--hidden'), /piped/)
  })

  it('filters and sorts lists', async () => {
    const names = async (...options: string[]) =>
      (await ok('image', 'list', '-f', 'value', '-c', 'Name', ...options)).trim().split('\n')
    assert.deepEqual(await names('--property', 'os_distro=cirros'), ['disk'])
    assert.deepEqual(await names('--tag', 'a', '--tag', 'b'), ['disk'])
    assert.deepEqual(await names('--sort', 'name:desc', '--status', 'active'), ['staged', 'imported', 'disk'])
  })

  it('shares an image, which the other project accepts', async () => {
    await ok('image', 'add', 'project', 'disk', 'demo')
    const {id} = await shown('disk')
    const {status, stderr} = await cloud.run(['image', 'set', '--accept', '--project', 'demo', id])
    assert.equal(status, 0, stderr)
    assert.match(await ok('image', 'member', 'get', 'disk', 'demo'), /accepted/)
    assert.match(await ok('image', 'member', 'list', 'disk'), /accepted/)
    await ok('image', 'remove', 'project', 'disk', 'demo')
    assert.equal((await ok('image', 'member', 'list', 'disk', '-f', 'value')).trim(), '')
  })

  it('deactivates and reactivates', async () => {
    await ok('image', 'set', '--deactivate', 'disk')
    assert.equal((await shown('disk')).status, 'deactivated')
    await ok('image', 'set', '--activate', 'disk')
    assert.equal((await shown('disk')).status, 'active')
  })

  it('queues images for the cache', async () => {
    await ok('cached', 'image', 'queue', 'disk')
    assert.match(await ok('cached', 'image', 'list'), /queued/)
    await ok('cached', 'image', 'clear', '--queue')
    assert.equal((await ok('cached', 'image', 'list', '-f', 'value')).trim(), '')
  })

  const refused: [number, string[], RegExp][] = [
    [4, ['image', 'show', 'nothing'], /No image with a name or ID of 'nothing' exists/],
    [2, ['image', 'create', '--file', 'none.img', 'x'], /none\.img cannot be read/],
    [2, ['image', 'create', '--file', 'disk.img', '--volume', 'v', 'x'], /mutually exclusive/],
    [2, ['image', 'create', '--sign-key-path', 'disk.img', '--sign-cert-id', 'c', '--file', 'disk.img', 'x'], /private key/],
    [2, ['image', 'import', '--method', 'web-download', 'disk'], /requires --uri/],
    [2, ['image', 'import', '--uri', 'http://example.org', 'disk'], /works with --method web-download only/],
    [1, ['image', 'import', '--method', 'glance-download', '--remote-region', 'r', '--remote-image', 'i', 'disk'], /does not support the import method/],
    [5, ['image', 'import', 'disk'], /is in status active; the import method glance-direct requires uploading/],
  ] // biome-ignore format: a case a line
  for (const [exitCode, argv, message] of refused)
    it(`refuses ${argv.join(' ')}`, async () => assert.match(await fails(exitCode, ...argv), message))

  it('deletes', async () => {
    assert.match(await fails(1, 'image', 'delete', 'imported', 'nothing'), /nothing/)
    assert.doesNotMatch(await ok('image', 'list'), /imported/)
  })
})
