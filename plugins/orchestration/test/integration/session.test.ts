import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {api} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud} from '@osc-cli/core/test/integration/support/cloud'
import {runSession} from '@osc-cli/core/test/integration/support/sessions'
import {after, before, describe} from 'mocha'
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
