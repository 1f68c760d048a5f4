import assert from 'node:assert/strict'
import {rootChanges} from '../../../src/machine/boot.ts'

const GIB = 2 ** 30
const INVENTORY = {
  inventory: {
    disks: [
      {name: '/dev/sda', size: 100 * GIB, serial: 'a'},
      {name: '/dev/sdb', size: 20 * GIB, wwn: 'w', serial: 'b'},
      {name: '/dev/sdc', size: 2 * GIB, serial: 'c'},
      {name: '/dev/sdd', size: 50 * GIB},
    ],
  },
}
const options = (device?: string, overwrite = false) => ({
  'root-device': device,
  'root-device-minimum-size': 4,
  'overwrite-root-device-hints': overwrite,
})
const hintOf = (device: string) => rootChanges({}, INVENTORY, options(device)).map(({value}) => value)

describe('the disk for the operating system', () => {
  const cases: [device: string, changes: unknown[]][] = [
    ['smallest', [{wwn: 'w'}, 19]],
    ['largest', [{serial: 'a'}, 99]],
    ['sdz,sdb', [{wwn: 'w'}, 19]],
  ]
  for (const [device, changes] of cases) it(`is chosen by ${device}`, () => assert.deepEqual(hintOf(device), changes))

  it('is not changed unless it is asked for', () => {
    const machine = {properties: {root_device: {serial: 'x'}}}
    assert.deepEqual(rootChanges(machine, INVENTORY, options()), [])
    assert.deepEqual(rootChanges(machine, INVENTORY, options('smallest')), [])
    assert.equal(rootChanges(machine, INVENTORY, options('smallest', true)).length, 2)
  })

  it('must be large enough, and identifiable', () => {
    assert.throws(() => hintOf('sdc'), /No inspected disk of at least 4 GiB matches 'sdc'\./)
    assert.throws(() => hintOf('sdd'), /\/dev\/sdd has neither a serial number nor a WWN\./)
  })
})
