import {type Api, asArray, asObject, asText, Flags, type Json, type JsonObject, UsageError} from '@osc-cli/core'
import {Bgpvpn} from '#bgpvpn/bgpvpn'

/** The options that add routes to a port association. */
export const routeFlags = {
  'prefix-route': Flags.pairs({
    description: 'Prefix to advertise, with its BGP LOCAL_PREF (repeatable)',
    helpValue: 'prefix=CIDR[,local_pref=NUMBER]',
    keys: {required: ['prefix'], optional: ['local_pref']},
  }),
  'bgpvpn-route': Flags.pairs({
    description: 'BGP VPN (name or ID) to advertise the routes of, with their BGP LOCAL_PREF (repeatable)',
    helpValue: 'bgpvpn=BGPVPN[,local_pref=NUMBER]',
    keys: {required: ['bgpvpn'], optional: ['local_pref']},
  }),
}

interface AddedRoutes {
  'prefix-route'?: readonly Record<string, string>[] | undefined
  'bgpvpn-route'?: readonly Record<string, string>[] | undefined
  'no-prefix-route'?: boolean
  'no-bgpvpn-route'?: boolean
}

interface RemovedRoutes {
  'prefix-route'?: readonly string[] | undefined
  'bgpvpn-route'?: readonly string[] | undefined
  'all-prefix-routes'?: boolean
  'all-bgpvpn-routes'?: boolean
}

/** Routes by what they lead to: a prefix, or the ID of a BGP VPN. */
type Routes = ReadonlyMap<string, JsonObject>

/**
 * The routes of a port association with those that the options add. As in `openstack`, `--no-…` takes precedence, and
 * a route that exists already gets the given LOCAL_PREF.
 */
export async function withRoutes(api: Api, before: Json | undefined, flags: AddedRoutes): Promise<JsonObject[]> {
  const prefixes = (flags['prefix-route'] ?? []).map(({prefix = '', local_pref}) => prefixRoute(prefix, local_pref))
  const vpns = await Promise.all(
    (flags['bgpvpn-route'] ?? []).map(async ({bgpvpn = '', local_pref}) =>
      bgpvpnRoute(await api(Bgpvpn).id(bgpvpn), local_pref),
    ),
  )
  return [
    ...(flags['no-prefix-route'] ? [] : byTarget([...routesOf(before, 'prefix'), ...prefixes]).values()),
    ...(flags['no-bgpvpn-route'] ? [] : byTarget([...routesOf(before, 'bgpvpn'), ...vpns]).values()),
  ]
}

/** The routes of a port association without those that the options remove. */
export async function withoutRoutes(api: Api, before: Json | undefined, flags: RemovedRoutes): Promise<JsonObject[]> {
  const prefixes = flags['prefix-route'] ?? []
  const vpns = await api(Bgpvpn).ids(flags['bgpvpn-route'] ?? [])
  const kept = (type: string, removed: readonly string[]) =>
    routesOf(before, type).filter((route) => !removed.includes(targetOf(route)))
  return [
    ...(flags['all-prefix-routes'] ? [] : kept('prefix', prefixes)),
    ...(flags['all-bgpvpn-routes'] ? [] : kept('bgpvpn', vpns)),
  ]
}

const byTarget = (routes: readonly JsonObject[]): Routes => new Map(routes.map((route) => [targetOf(route), route]))

const targetOf = ({prefix, bgpvpn_id: id}: JsonObject) => asText(prefix ?? id) ?? ''

/** The routes of one type, without a LOCAL_PREF that is null, which the API does not accept. */
const routesOf = (value: Json | undefined, wanted: string): JsonObject[] =>
  asArray(value)
    .map(asObject)
    .filter(({type}) => type === wanted)
    .map(({local_pref, ...route}) => ({...route, ...(local_pref !== null && {local_pref})}))

const prefixRoute = (prefix: string, preference: string | undefined): JsonObject => ({
  type: 'prefix',
  prefix,
  ...localPref('--prefix-route', preference),
})

const bgpvpnRoute = (id: string, preference: string | undefined): JsonObject => ({
  type: 'bgpvpn',
  bgpvpn_id: id,
  ...localPref('--bgpvpn-route', preference),
})

function localPref(option: string, text: string | undefined): JsonObject {
  if (text === undefined) return {}
  if (!/^\d+$/.test(text)) throw new UsageError(`Option ${option}: local_pref '${text}' is not a number.`)
  return {local_pref: Number(text)}
}
