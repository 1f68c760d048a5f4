import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {CASES} from '../../../golden/failures/cases.ts'
import {failAs, type Report} from '../../../golden/failures/fail.ts'
import {makeCertificates} from '../../../support/certificates.ts'

const golden = JSON.parse(
  readFileSync(new URL('../../../golden/failures/golden.json', import.meta.url), 'utf8'),
) as Record<string, Report>

describe('what a failure says in a pipe, on a terminal and as JSON', () => {
  const certificates = makeCertificates()
  after(() => certificates.remove())

  for (const one of CASES) {
    it(one.name, async () => assert.deepEqual(await failAs(one, certificates), golden[one.name]))
  }
})
