import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asObject, type JsonObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'

describe('image', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('image')
  const folder = mkdtempSync(join(tmpdir(), 'osc-image-'))
  const file = (base: string) => join(folder, base)
  let id = ''

  before(async function () {
    await needs(this, 'image')
    writeFileSync(file('disk.img'), 'x'.repeat(100_000))
  })
  after(() => rmSync(folder, {recursive: true}))

  const record = async (): Promise<JsonObject> => asObject((await api('image', 'GET', `/v2/images/${id}`)).body)

  it('uploads', async () => {
    const line = ['image', 'create', '--file', file('disk.img'), '--property', 'os_distro=x', '--tag', 'a', name]
    id = await ok(osc(...line, '-f', 'value', '-c', 'id'))
    later('image', 'delete', id)
    const {status, size, os_distro: distribution, tags} = await record()
    assert.deepEqual([status, size, distribution, tags], ['active', 100_000, 'x', ['a']])
  })

  it('lists, shows and saves', async () => {
    assert.equal(await ok(osc('image', 'list', '--name', name, '-f', 'value', '-c', 'ID')), id)
    assert.equal(await ok(osc('image', 'show', name, '-f', 'value', '-c', 'id')), id)
    await ok(osc('image', 'save', '--file', file('copy.img'), name))
    assert.deepEqual(readFileSync(file('copy.img')), readFileSync(file('disk.img')))
  })

  it('changes', async () => {
    await ok(osc('image', 'set', '--property', 'a/b=c', '--tag', 'b', '--min-ram', '64', name))
    const {'a/b': property, min_ram: ram, tags} = await record()
    assert.deepEqual([property, ram, [...(tags as string[])].sort()], ['c', 64, ['a', 'b']])
    await ok(osc('image', 'unset', '--property', 'a/b', '--tag', 'a', name))
    const after = await record()
    assert.deepEqual([after['a/b'], after.tags], [undefined, ['b']])
  })

  it('shares', async () => {
    const project = await ok(osc('image', 'add', 'project', name, 'demo', '-f', 'value', '-c', 'member_id'))
    const member = () => api('image', 'GET', `/v2/images/${id}/members/${project}`)
    assert.equal(asObject((await member()).body).status, 'pending')
    assert.match(await ok(osc('image', 'member', 'list', name, '-f', 'value')), /pending/)
    await ok(osc('image', 'remove', 'project', name, 'demo'))
    assert.equal((await member()).status, 404)
  })

  it('names what is missing', async () => {
    assert.match(await fails(4, osc('image', 'show', `${name}-none`)), /-none/)
    assert.match(await fails(4, osc('image', 'unset', '--property', 'none', name)), /property 'none'/)
  })

  it('deletes', async () => {
    await ok(osc('image', 'delete', name))
    assert.equal((await api('image', 'GET', `/v2/images/${id}`)).status, 404)
  })
})
