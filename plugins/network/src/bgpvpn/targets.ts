import {asArray, Flags, type Json, type JsonObject} from '@osc-cli/core'

/** The options of lists, with the attribute that each changes. */
const KEYS = {
  'route-target': 'route_targets',
  'import-target': 'import_targets',
  'export-target': 'export_targets',
  'route-distinguisher': 'route_distinguishers',
} as const

type ListName = keyof typeof KEYS

const NAMES = Object.keys(KEYS) as ListName[]

/** The options for items of the lists. */
export const targetFlags = (verb: 'Add' | 'Remove') => ({
  'route-target': Flags.strings({
    description: `${verb} a route target for import and export (repeatable)`,
    helpValue: 'ROUTE-TARGET',
  }),
  'import-target': Flags.strings({
    description: `${verb} a route target for import (repeatable)`,
    helpValue: 'ROUTE-TARGET',
  }),
  'export-target': Flags.strings({
    description: `${verb} a route target for export (repeatable)`,
    helpValue: 'ROUTE-TARGET',
  }),
  'route-distinguisher': Flags.strings({
    description: `${verb} a route distinguisher (repeatable)`,
    helpValue: 'ROUTE-DISTINGUISHER',
  }),
})

/** The options of `set` that empty the lists. */
export const noTargetFlags = {
  'no-route-target': Flags.boolean({description: 'Remove all route targets for import and export'}),
  'no-import-target': Flags.boolean({description: 'Remove all route targets for import'}),
  'no-export-target': Flags.boolean({description: 'Remove all route targets for export'}),
  'no-route-distinguisher': Flags.boolean({description: 'Remove all route distinguishers'}),
}

/** The options of `unset` that empty the lists. */
export const allTargetFlags = {
  'all-route-target': Flags.boolean({description: 'Remove all route targets for import and export'}),
  'all-import-target': Flags.boolean({description: 'Remove all route targets for import'}),
  'all-export-target': Flags.boolean({description: 'Remove all route targets for export'}),
  'all-route-distinguisher': Flags.boolean({description: 'Remove all route distinguishers'}),
}

/** `--vni` and `--local-pref`. */
export const numberFlags = {
  vni: Flags.integer({description: 'VXLAN network identifier, for VXLAN encapsulation', helpValue: 'VNI'}),
  'local-pref': Flags.integer({
    description: 'BGP LOCAL_PREF of advertised routes, unless an association has its own',
    helpValue: 'LOCAL-PREF',
  }),
}

/** The extensions that these options require. */
export const bgpvpnNeeds = {
  vni: {extension: 'bgpvpn-vni'},
  'local-pref': {extension: 'bgpvpn-routes-control'},
}

type ListFlags = Readonly<Partial<Record<ListName, readonly string[] | undefined>>>

/** The lists of a new BGP VPN. */
export const newTargets = (flags: ListFlags): JsonObject =>
  Object.fromEntries(NAMES.map((name): [string, Json | undefined] => [KEYS[name], flags[name]?.slice()]))

/** The lists after a `set`: with the given items, or empty. As in `openstack`, `--no-…` takes precedence. */
export const extendedTargets = (bgpvpn: JsonObject, flags: ListFlags & Readonly<Record<string, unknown>>): JsonObject =>
  changed(bgpvpn, flags, 'no', (before, given) => [...new Set([...before, ...given])])

/** The lists after an `unset`: without the given items, or empty. */
export const reducedTargets = (bgpvpn: JsonObject, flags: ListFlags & Readonly<Record<string, unknown>>): JsonObject =>
  changed(bgpvpn, flags, 'all', (before, given) => before.filter((one) => !given.includes(one)))

function changed(
  bgpvpn: JsonObject,
  flags: ListFlags & Readonly<Record<string, unknown>>,
  prefix: 'all' | 'no',
  change: (before: readonly string[], given: readonly string[]) => string[],
): JsonObject {
  const after = (name: ListName): string[] | undefined => {
    if (flags[`${prefix}-${name}`]) return []
    const given = flags[name]
    return given && change(asArray(bgpvpn[KEYS[name]]).map(String), given)
  }
  return Object.fromEntries(NAMES.map((name): [string, Json | undefined] => [KEYS[name], after(name)]))
}
