import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {recordOf} from './record.ts'

describe('volume message', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [type, name] = ['type', 'volume'].map(uniqueName) as [string, string]

  const json = async (...argv: string[]) => JSON.parse(await ok(osc(...argv, '-f', 'json')))

  before(async function () {
    await needs(this, 'block-storage')
    await ok(osc('volume', 'type', 'create', '--property', 'volume_backend_name=nowhere', type))
    later('volume', 'type', 'delete', type)
  })

  it('says why a volume failed', async () => {
    later('volume', 'delete', '--wait', name)
    await fails(6, osc('volume', 'create', '--size', '1', '--type', type, '--wait', name))
    const {id} = await json('volume', 'show', name)
    const rows: Record<string, string>[] = await json('volume', 'message', 'list')
    const row = rows.find((one) => one['Resource UUID'] === id)
    assert.match(row?.['User Message'] ?? '', /backend/)
    const message = row?.ID ?? ''
    assert.equal((await recordOf('message', `/messages/${message}`, '3.5')).resource_uuid, id)
    assert.deepEqual((await json('volume', 'message', 'show', message))['User Message'], row?.['User Message'])
    await ok(osc('volume', 'message', 'delete', message))
    await fails(4, osc('volume', 'message', 'show', message))
  })
})
