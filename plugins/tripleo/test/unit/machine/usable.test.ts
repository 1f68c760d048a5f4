import assert from 'node:assert/strict'
import type {JsonObject} from '@osc-cli/core'
import {unusable} from '../../../src/machine/usable.ts'

const MACHINE = {uuid: 'a', provision_state: 'available', power_state: 'power off', maintenance: false, driver: 'ipmi'}
const NOVA = {status: 'enabled', state: 'up'}

describe('a machine that cannot be deployed', () => {
  const cases: [reason: string, machine: JsonObject, hypervisors: [string, JsonObject][]][] = [
    ['', {}, []],
    ['', {}, [['a', NOVA]]],
    ['Provision state manageable', {provision_state: 'manageable'}, []],
    ['Power state error', {power_state: 'error'}, []],
    ['Power state None', {power_state: null}, []],
    ['', {power_state: null, driver: 'fake-hardware'}, []],
    ['Maintenance', {maintenance: true}, []],
    ['No hypervisor record', {}, [['b', NOVA]]],
    ['Compute service disabled', {}, [['a', {...NOVA, status: 'disabled'}]]],
    ['Compute service down', {}, [['a', {...NOVA, state: 'down'}]]],
  ]
  for (const [reason, machine, hypervisors] of cases)
    it(`${JSON.stringify(machine)} with ${hypervisors.length} hypervisors: ${reason || 'none'}`, () =>
      assert.equal(unusable({...MACHINE, ...machine}, new Map(hypervisors)), reason))
})
