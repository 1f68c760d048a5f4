import assert from 'node:assert/strict'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'

describe('keypair', () => {
  before(async function () {
    await needs(this, 'compute')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('key')

  it('creates a key that the service accepts, and prints only the private one', async () => {
    later('keypair', 'delete', name)
    assert.match(await ok(osc('keypair', 'create', name)), /^-----BEGIN OPENSSH PRIVATE KEY-----\n/)
    const {body} = await api('compute', 'GET', `/os-keypairs/${name}`)
    assert.match(Object(body).keypair.public_key, /^ssh-ed25519 AAAA/)
  })

  it('lists and shows', async () => {
    assert.match(await ok(osc('keypair', 'list', '-f', 'value', '-c', 'Name')), new RegExp(`^${name}$`, 'm'))
    assert.match(await ok(osc('keypair', 'show', '--public-key', name)), /^ssh-ed25519 AAAA/)
  })

  it('refuses a name that exists', async () => {
    assert.match(await fails(5, osc('keypair', 'create', name)), new RegExp(name))
  })

  it('deletes', async () => {
    await ok(osc('keypair', 'delete', name))
    assert.equal((await api('compute', 'GET', `/os-keypairs/${name}`)).status, 404)
  })
})
