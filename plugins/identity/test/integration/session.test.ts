import {oscOnCloud} from '@osc-cli/core/test/integration/support/cloud'
import {runSession} from '@osc-cli/core/test/integration/support/sessions'
import {describe} from 'mocha'
import help from '../../src/help.ts'

describe('the session on the page of identity works as printed', () => runSession('identity', help, oscOnCloud()))
