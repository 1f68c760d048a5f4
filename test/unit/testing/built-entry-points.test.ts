import {execFileSync} from 'node:child_process'
import {repository} from '../../support/program.ts'

/** As a plugin author gets them: from `dist`, where the core's own bundle must export what they import from it. */
describe('the built entry points of the core', () => {
  for (const part of ['help', 'sandbox', 'testing'])
    it(`@osc-cli/core/${part} loads`, () => {
      const line = ['--input-type=module', '-e', `await import('@osc-cli/core/${part}')`]
      execFileSync(process.execPath, line, {cwd: repository, stdio: 'pipe'})
    })
})
