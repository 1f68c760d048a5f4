import assert from 'node:assert/strict'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

const FILES = [
  'overcloud-full.qcow2',
  'overcloud-full.vmlinuz',
  'overcloud-full.initrd',
  'agent.kernel',
  'agent.initramfs',
]

describe('overcloud image upload', () => {
  let cloud: TestCloud
  const upload = (...line: string[]) => cloud.osc('overcloud', 'image', 'upload', '--image-path', 'images', ...line)
  const rows = async (...line: string[]) => {
    const {status, stdout, stderr} = await upload(...line)
    assert.equal(status, 0, stderr)
    const found = [...stdout.matchAll(/^(\S+): (.*) \(([\w-]+)\)$/gm)]
    return await Promise.all(found.map(async ([, name = '', state]) => [name, (await image(name)).disk_format, state]))
  }
  const image = async (name: string) => JSON.parse((await cloud.osc('image', 'show', name, '-f', 'json')).stdout)

  before(async () => {
    cloud = await startTestCloud()
    mkdirSync(join(cloud.work, 'images'))
    for (const file of FILES) writeFileSync(join(cloud.work, 'images', file), `content of ${file}`)
  })
  after(() => cloud.close())

  it('sends the disk image with its kernel and ramdisk, and the agent', async () => {
    assert.deepEqual(await rows('--ironic-python-agent-name', 'agent', '--architecture', 'x86_64'), [
      ['overcloud-full-vmlinuz', 'aki', 'uploaded'],
      ['overcloud-full-initrd', 'ari', 'uploaded'],
      ['overcloud-full', 'qcow2', 'uploaded'],
      ['bm-deploy-kernel', 'aki', 'uploaded'],
      ['bm-deploy-ramdisk', 'ari', 'uploaded'],
    ])
    const {id} = await image('overcloud-full-vmlinuz')
    const {properties, visibility} = await image('overcloud-full')
    assert.deepEqual([properties.kernel_id, properties.hw_architecture, visibility], [id, 'x86_64', 'public'])
  })

  it('sends only what changed, and keeps the old image under another name', async () => {
    assert.deepEqual(await rows('--image-type', 'os', '--whole-disk'), [['overcloud-full', 'qcow2', 'up to date']])
    writeFileSync(join(cloud.work, 'images', 'overcloud-full.qcow2'), 'new')
    const {stderr} = await upload('--image-type', 'os', '--whole-disk')
    assert.match(stderr, /^Replace the image overcloud-full with --update-existing\.$/m)
    assert.deepEqual(await rows('--image-type', 'os', '--whole-disk', '--update-existing'), [
      ['overcloud-full', 'qcow2', 'uploaded'],
    ])
    const names = (await cloud.osc('image', 'list', '-f', 'value', '-c', 'Name')).stdout.split('\n')
    assert.equal(names.filter((name) => /^overcloud-full_\d+$/.test(name)).length, 1)
  })

  it('leaves no image without data, or says how to delete it', async () => {
    writeFileSync(join(cloud.work, 'images', 'overcloud-full.qcow2'), 'lost')
    const lost = ['--image-type', 'os', '--whole-disk', '--architecture', 'lost']
    const count = async () => (await cloud.osc('image', 'list', '-f', 'value', '-c', 'Name')).stdout.split('\n').length
    const before = await count()
    cloud.sandbox.faults.add('409@PUT /image/*/file')
    assert.doesNotMatch((await upload(...lost)).stderr, /Delete it with/)
    assert.equal(await count(), before)
    cloud.sandbox.faults.add('503@DELETE /image/*')
    const {stderr} = await upload(...lost)
    assert.match(stderr, /^Image \S+ was created without its data\. Delete it with: osc image delete [\da-f-]{36}$/m)
    assert.match(stderr, /HTTP 409/)
    cloud.sandbox.faults.clear()
  })

  it('has names for other architectures', async () => {
    const names = await rows('--image-type', 'os', '--whole-disk', '--architecture', 'ppc64le', '--platform', 'p9')
    assert.deepEqual(names, [['p9-ppc64le-overcloud-full', 'qcow2', 'uploaded']])
  })

  for (const [line, message] of [
    [['--local'], /--local is not supported/],
    [['--platform', 'p9'], /--platform requires --architecture/],
    [['--os-image-name', 'none.raw'], /none\.vmlinuz cannot be read/],
  ] as const)
    it(`${line.join(' ')} is refused`, async () => {
      const {status, stderr} = await upload(...line)
      assert.equal(status, 2, stderr)
      assert.match(stderr, message)
    })
})
