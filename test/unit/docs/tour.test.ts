import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {makePlace, removePlace} from '../../support/place.ts'
import {repository} from '../../support/program.ts'
import {runShell} from '../../support/run.ts'

describe('the tour of npm start', () => {
  it('ends with a line that works when pasted in the repository', async () => {
    const tour = readFileSync(join(repository, 'scripts/tour/tour.ts'), 'utf8')
    const [, line = ''] = /^const NEXT = '(.+)'$/m.exec(tour) ?? []
    const place = makePlace()
    try {
      const {status, stdout, stderr} = await runShell(line, {place, cwd: repository})
      assert.equal(status, 0, stderr)
      assert.match(stdout, /\| user +\| admin/)
    } finally {
      await runShell('osc sandbox stop', {place})
      removePlace(place)
    }
  })
})
