import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {ids, times} from '@osc-cli/core/test/integration/support/masks'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {describe, it} from 'mocha'

/** How one may ask for a record. IDs are broken where lines end, so only columns without an ID are made narrow. */
const WAYS = [
  ['-f', 'table'],
  ['-f', 'shell', '--prefix', 'my-x_'],
]
const COLUMNS = [
  ['-c', 'name', '-c', 'id'],
  ['-f', 'value', '-c', 'id', '-c', 'name'],
  ['-f', 'json', '--noindent', '-c', 'name'],
]
const NARROW = [
  ['-c', 'name', '-c', 'description', '--max-width', '40'],
  ['-c', 'name', '-c', 'description', '--max-width', '30', '--fit-width'],
]

describe('records that are made are printed as openstack does', function () {
  this.timeout(180_000)
  oscOnCloud()
  const osc = oscOnCloud()
  const later = cleanUp()

  // The last word is the name that it is deleted by.
  const made: [string[], string[][]][] = [
    [
      ['project', 'create', '--property', 'a=b c', '--tag', 't', uniqueName('project')],
      [...WAYS, ...COLUMNS],
    ],
    [['group', 'create', '--description', 'A "fine" \u65e5\u672c\nwith lines', uniqueName('gr-1-oup')], NARROW],
  ]
  for (const [line, ways] of made) {
    const noun = line.slice(0, line.indexOf('create'))
    const name = line.at(-1) ?? ''
    it(line.slice(0, noun.length + 1).join(' '), async () => {
      later(...noun, 'delete', name)
      const undo = () => ok(osc(...noun, 'delete', name))
      for (const way of ways) {
        await same([...line, ...way], {masks: [ids, times], undo})
        await undo()
      }
    })
  }
})
