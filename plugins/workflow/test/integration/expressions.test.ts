import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asObject, decodeJson} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'
import {FAILING, INPUT, PARAMS, VALUES, workflows} from '../expressions.ts'

describe('expressions on a cloud', function () {
  this.timeout(300_000)
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('expr')
  const folder = mkdtempSync(join(tmpdir(), 'osc-expressions-'))
  const start = (workflow: string) =>
    osc(
      ...['workflow', 'execution', 'create', '--wait', '-f', 'json'],
      ...[workflow, JSON.stringify(INPUT), JSON.stringify(PARAMS)],
    )

  before(async function () {
    await needs(this, 'workflowv2')
    const file = join(folder, 'expressions.json')
    writeFileSync(file, workflows(name))
    later('workflow', 'delete', name, ...FAILING.map((_, at) => `${name}-${at}`))
    await ok(osc('workflow', 'create', file))
  })
  after(() => rmSync(folder, {recursive: true}))

  it('have the values that the sandbox gives them', async () => {
    const found = asObject(asObject(asObject(decodeJson(await ok(start(name)))).Output).values)
    assert.deepEqual(
      VALUES.map(([text], at) => [text, found[`v${at}`]]),
      VALUES.map(([text, value]) => [text, value === 'NAME' ? name : value]),
    )
  })

  it('fail where those of the sandbox do', async () => {
    const started = await Promise.all(FAILING.map((_, at) => start(`${name}-${at}`)))
    const succeeded = FAILING.filter((_, at) => started[at]?.status === 0)
    assert.deepEqual(succeeded, [])
  })
})
