import {asText, type JsonObject} from '@osc-cli/core'

/** Why a machine cannot be deployed; empty when it can. `hypervisors` are those of Nova by machine, if Nova uses Ironic. */
export function unusable(machine: JsonObject, hypervisors: ReadonlyMap<string, JsonObject>): string {
  const {provision_state: state, power_state: power, maintenance, driver, uuid} = machine
  if (state !== 'active' && state !== 'available') return `Provision state ${state}`
  // Fake hardware does not report a power state.
  if (power === 'error' || (power === null && driver !== 'fake-hardware'))
    return `Power state ${asText(power) ?? 'None'}`
  if (maintenance === true) return 'Maintenance'
  if (hypervisors.size === 0) return ''
  const hypervisor = hypervisors.get(String(uuid))
  if (!hypervisor) return 'No hypervisor record'
  if (hypervisor.status !== 'enabled') return 'Compute service disabled'
  return hypervisor.state === 'up' ? '' : 'Compute service down'
}
