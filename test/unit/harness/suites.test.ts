import assert from 'node:assert/strict'
import {isChanged, partOf, processSpecs, unitSpecs} from '../../support/suites.ts'

describe('suites', () => {
  it('start processes only where a process matters', function () {
    this.timeout(20_000)
    const [unit, processes] = [unitSpecs(), processSpecs()]
    assert.ok(processes.includes('test/unit/shell/terminal.test.ts'))
    assert.ok(unit.includes('test/contract/contract.test.ts'))
    assert.deepEqual(
      unit.filter((file) => processes.includes(file)),
      [],
    )
  })

  it('run every live spec once in ten turns', () => {
    const files = Array.from({length: 23}, (_, at) => `${at}`)
    const run = Array.from({length: 10}, (_, turn) => partOf(files, 10, turn)).flat()
    assert.deepEqual(run.sort(), [...files].sort())
  })

  const plugin = 'plugins/compute/test/integration'
  const cases: [string, string, string, boolean][] = [
    ['a file of the plugin', plugin, 'plugins/compute/src/server.ts', true],
    ['another plugin', plugin, 'plugins/image/src/image.ts', false],
    ['the core', plugin, 'src/main.ts', false],
    ['the core for its own specs', 'test/integration', 'src/main.ts', true],
    ['a plugin for the specs of the core', 'test/integration', 'plugins/compute/src/server.ts', false],
  ]
  for (const [what, folder, file, expected] of cases)
    it(`run in full after a change of ${what}: ${expected}`, () => {
      assert.equal(isChanged(folder, [file]), expected)
    })
})
