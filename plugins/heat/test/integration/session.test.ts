import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, before, describe} from 'mocha'
import {api} from '../../../../test/integration/support/api.ts'
import {oscOnCloud} from '../../../../test/integration/support/cloud.ts'
import {runSession} from '../../../../test/integration/support/sessions.ts'
import help from '../../src/help.ts'
import {gone} from './support/stacks.ts'
import {WEB} from './support/templates.ts'

describe('the session on the page of orchestration works as printed', () => {
  const osc = oscOnCloud()
  before(() => writeFileSync(join(osc.place.work, 'web.yaml'), WEB))
  after(async () => {
    await api('orchestration', 'DELETE', '/stacks/web')
    await gone('web')
  })
  runSession('orchestration', help, osc)
})
