import assert from 'node:assert/strict'
import {type Columns, humanValue, type Json, type JsonObject, type Microversion, machineValue} from '@osc-cli/core'
import {holds, PIECES, type Random} from '@osc-cli/core/test/support/fuzz'
import {describe} from 'mocha'
import {faultOf} from '#fault'
import {serverColumns, serverFields} from '#server'

const version = (minor: number): Microversion =>
  ({atLeast: (wanted: string) => Number(wanted.split('.')[1]) <= minor}) as Microversion

const KEYS = [
  'id',
  'name',
  'status',
  'addresses',
  'image',
  'flavor',
  'metadata',
  'security_groups',
  'fault',
  'tags',
  'os-extended-volumes:volumes_attached',
  'OS-EXT-STS:power_state',
  'OS-EXT-SRV-ATTR:hypervisor_hostname',
  'host_status',
  'scheduler_hints',
]
const INNER = ['id', 'addr', 'original_name', 'vcpus', 'ram', 'disk', 'extra_specs', 'message', 'name']

function json(random: Random, depth = 0): Json {
  const kind = random.below(depth > 2 ? 4 : 6)
  if (kind === 0) return random.pick([null, true, false, ''])
  if (kind === 1) return random.below(1000) - 500
  if (kind < 4) return random.text([...PIECES, 'No valid host was found.'], 4).toWellFormed()
  if (kind === 4) return random.list(3, () => json(random, depth + 1))
  return Object.fromEntries(random.list(3, () => [random.pick(INNER), json(random, depth + 1)]))
}

const server = (random: Random): JsonObject =>
  Object.fromEntries(KEYS.filter(() => random.below(3) > 0).map((key) => [key, json(random)]))

/** Both forms of every cell, as the output formats ask for them. */
function printed(columns: Columns, row: JsonObject): void {
  for (const column of Object.values(columns)) {
    const cell = typeof column === 'function' ? column(row) : (row[column] ?? null)
    assert.notEqual(humanValue(cell), undefined)
    assert.notEqual(machineValue(cell), undefined)
  }
}

describe('whatever Nova answers about a server', () => {
  for (const minor of [1, 93, 100])
    holds(`is printed at microversion 2.${minor}`, 300, (random) => {
      const rows = random.list(3, () => server(random))
      const flags = {long: random.below(2) > 0, 'no-name-lookup': random.below(2) > 0, 'all-projects': true}
      const names = {images: new Map(), flavors: new Map()}
      for (const row of rows) {
        printed(serverColumns(flags, version(minor), rows, names), row)
        printed(serverFields(row, version(minor), 'image', 'flavor'), row)
        faultOf(row, ['zone nova'])
      }
    })
})
