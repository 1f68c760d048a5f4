import {runSession} from '@osc-cli/core/test/integration/support/sessions'
import {oscPerSuite} from '@osc-cli/core/test/support/per-test'
import {after, describe} from 'mocha'
import help from '../../src/help.ts'

describe('the session on the page of the sandbox', () => {
  after(() => osc('sandbox', 'stop'))
  const osc = oscPerSuite()
  runSession('sandbox', help, osc)
})
