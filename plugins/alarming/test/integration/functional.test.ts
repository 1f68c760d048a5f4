import {asArray, asObject} from '@osc-cli/core'
import {api, login} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'
import {SCENARIOS} from '../functional.ts'
import {follow} from '../steps.ts'

describe('scenarios of aodhclient on a cloud', function () {
  this.timeout(180_000)
  const osc = oscOnCloud()
  const name = uniqueName('fn')

  before(async function () {
    await needs(this, 'alarming')
    // Aodh may refuse every alarm of a project without a quota of its own.
    await ok(osc('alarm', 'quota', 'set', '--alarm', '50', (await login()).projectId))
  })
  // What a failed scenario leaves.
  after(async () => {
    const {body} = await api('alarming', 'GET', '/v2/alarms?q.field=all_projects&q.op=eq&q.value=true')
    for (const alarm of asArray(body).map(asObject))
      if (String(alarm.name).startsWith(name)) await api('alarming', 'DELETE', `/v2/alarms/${alarm.alarm_id}`)
    await api('alarming', 'DELETE', `/v2/quotas/${(await login()).projectId}`)
  })

  for (const [title, scenario] of Object.entries(SCENARIOS))
    it(title, async function () {
      if (!(await follow(scenario, name, (...argv) => osc(...argv)))) this.skip()
    })
})
