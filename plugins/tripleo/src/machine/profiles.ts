import {
  additions,
  asObject,
  asText,
  type CommandContext,
  defineResource,
  Flags,
  type JsonObject,
  NotFoundError,
} from '@osc-cli/core'
import {capabilitiesOf, capabilitiesText, possibleProfiles} from '#machine/capabilities'
import {Machine, machineName} from '#machine/machine'

const Flavor = defineResource({
  noun: 'flavor',
  service: 'compute',
  path: '/flavors',
  listPath: '/flavors/detail',
  member: 'flavor',
  collection: 'flavors',
  listQuery: {is_public: 'None'},
})

const ROLES = ['control', 'compute', 'ceph-storage', 'block-storage', 'swift-storage'] as const
type Role = (typeof ROLES)[number]

const scale = (role: Role) =>
  Flags.integer({description: `Number of servers of the ${role} role`, helpValue: 'COUNT', min: 0})
const flavor = (role: Role) => Flags.string({description: `Flavor of the ${role} role (name)`, helpValue: 'FLAVOR'})

/** How many servers of which flavor are to be deployed, as older releases of TripleO take it. */
export const demandFlags = {
  'control-scale': scale('control'),
  'compute-scale': scale('compute'),
  'ceph-storage-scale': scale('ceph-storage'),
  'block-storage-scale': scale('block-storage'),
  'swift-storage-scale': scale('swift-storage'),
  'control-flavor': flavor('control'),
  'compute-flavor': flavor('compute'),
  'ceph-storage-flavor': flavor('ceph-storage'),
  'block-storage-flavor': flavor('block-storage'),
  'swift-storage-flavor': flavor('swift-storage'),
}

/** Servers of one flavor. */
export interface Demand {
  flavor: string
  count: number
  /** The profile that the flavor requires. */
  profile: string | undefined
}

/** What the options ask for, with the profiles of the flavors. NotFoundError for a flavor that does not exist. */
export async function demandsOf(
  {api}: Pick<CommandContext, 'api'>,
  flags: Readonly<Record<string, unknown>>,
): Promise<Demand[]> {
  const wanted = ROLES.flatMap((role) => {
    const [name, count] = [flags[`${role}-flavor`], flags[`${role}-scale`]]
    return typeof name === 'string' && typeof count === 'number' && count > 0 ? [{flavor: name, count}] : []
  })
  if (wanted.length === 0) return []
  const flavors = await Array.fromAsync(api(Flavor).list())
  const demands: Demand[] = []
  for (const one of wanted) {
    const found = flavors.find(({name}) => name === one.flavor)
    if (!found)
      throw new NotFoundError(`No flavor with a name or ID of '${one.flavor}' exists.`, {
        hint: 'List flavors with: osc flavor list',
      })
    const {extra_specs: specs} = await api(Flavor).send(String(found.id), 'GET', '/os-extra_specs')
    demands.push({...one, profile: asText(asObject(specs)['capabilities:profile'])})
  }
  return demands
}

/** Which machines get which profile, and what is wrong. */
export interface Match {
  assignments: {machine: JsonObject; profile: string}[]
  errors: string[]
  warnings: string[]
}

/**
 * Finds machines for each demand: first those that have the profile, then available ones without a profile that may get
 * it, by their capability `NAME_profile`. Nothing is assigned for a demand that cannot be met.
 */
export function matchProfiles(machines: readonly JsonObject[], demands: readonly Demand[]): Match {
  const free = new Set(
    machines.filter((one) => !one.maintenance && ['available', 'active'].includes(String(one.provision_state))),
  )
  const match: Match = {assignments: [], errors: [], warnings: []}
  const profileOf = (machine: JsonObject) => capabilitiesOf(machine).get('profile')
  let isUsed = false
  for (const {flavor: name, count, profile} of demands) {
    // With a single flavor, it is usual that no machine has a profile.
    if (profile === undefined && demands.length > 1) {
      match.errors.push(`The flavor ${name} does not require a profile: its property capabilities:profile is not set.`)
      continue
    }
    isUsed = true
    const have = [...free].filter((machine) => profileOf(machine) === profile)
    const candidates =
      profile === undefined
        ? []
        : [...free].filter((machine) => profileOf(machine) === undefined && mayGet(machine, profile))
    const assigned = candidates.slice(0, Math.max(0, count - have.length))
    for (const machine of [...have, ...assigned]) free.delete(machine)
    const missing = count - have.length - assigned.length
    if (missing < 0) match.warnings.push(`${-missing} machines with the profile ${profile ?? '(none)'} are not needed.`)
    if (missing > 0)
      match.errors.push(
        `${count - missing} of ${count} machines have the profile ${profile ?? '(none)'} of the flavor ${name}.`,
      )
    else if (profile !== undefined) match.assignments.push(...assigned.map((machine) => ({machine, profile})))
  }
  const left = [...free].filter((machine) => profileOf(machine) === undefined).map(machineName)
  if (isUsed && left.length > 0) match.warnings.push(`Machines without a profile are not used: ${left.join(', ')}`)
  return match
}

const mayGet = (machine: JsonObject, profile: string): boolean =>
  machine.provision_state === 'available' && possibleProfiles(capabilitiesOf(machine)).includes(profile)

/** Assigns a profile to a machine. */
export async function assignProfile(
  context: Pick<CommandContext, 'api' | 'note'>,
  machine: JsonObject,
  profile: string,
): Promise<void> {
  const capabilities = capabilitiesOf(machine).set('profile', profile)
  const operations = additions('/properties', {capabilities: capabilitiesText(capabilities)})
  await context.api(Machine).patch(String(machine.uuid), operations)
  await context.note(`${machineName(machine)}: profile ${profile}`)
}
