import {describe} from 'mocha'
import {oscOnCloud} from '../../../../test/integration/support/cloud.ts'
import {runSession} from '../../../../test/integration/support/sessions.ts'
import help from '../../src/help.ts'

describe('the session on the page of identity works as printed', () => runSession('identity', help, oscOnCloud()))
