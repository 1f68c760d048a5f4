import assert from 'node:assert/strict'
import {runShell} from '../../support/run.ts'

describe('a working folder that was removed', () => {
  const inside = (line: string) => `mkdir gone && cd gone && rmdir "$PWD" && ${line}`

  it('does not keep a command from running', async () => {
    const {status, stdout, stderr} = await runShell(inside('osc command list -f value'))
    assert.equal(status, 0, stderr)
    assert.match(stdout, /region list/)
  })

  it('is reported as a missing file', async () => {
    const {status, stderr} = await runShell(inside('OS_CLIENT_CONFIG_FILE=clouds.yaml osc --os-cloud x whoami'))
    assert.equal(status, 3)
    assert.match(stderr, /clouds\.yaml, the value of OS_CLIENT_CONFIG_FILE, does not exist/)
    assert.doesNotMatch(stderr, /bug in osc|uv_cwd/)
  })
})
