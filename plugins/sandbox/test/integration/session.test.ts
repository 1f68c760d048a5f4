import {after, describe} from 'mocha'
import {runSession} from '../../../../test/integration/support/sessions.ts'
import {oscPerSuite} from '../../../../test/support/per-test.ts'
import help from '../../src/help.ts'

describe('the session on the page of the sandbox', () => {
  after(() => osc('sandbox', 'stop'))
  const osc = oscPerSuite()
  runSession('sandbox', help, osc)
})
