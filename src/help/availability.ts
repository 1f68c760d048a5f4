import {compareMicroversions} from '#cloud/microversion'
import {serviceType} from '#cloud/service-types'
import {age} from '#context/age'
import {type Context, isForAll, type Known, rolesOf} from '#context/context'
import {offerOf} from '#context/offers'
import type {Needs} from '#help/declare'

/** A statement from the context says where it comes from and how old it is. */
export const provenance = ({source, at}: Known<unknown>, {now}: Context): string => `${source}, ${age(at, now)}`

export const cloudName = ({config}: Context): string => config?.name ?? 'this cloud'

/** What is in the way of `needs` in this cloud, for an option's meaning; undefined when nothing is or nothing is asked. */
export function needsNote(needs: Needs, service: string, context: Context): string | undefined {
  const requested = needs.service ?? service
  const notes = [
    microversionNote(needs.microversion, requested, context),
    extensionNote(needs.extension, requested, context),
  ]
  const text = notes.filter((note) => note !== undefined).join('; ')
  return text === '' ? undefined : text
}

/** Whether the cloud is known to lack what is needed; unknown is not lacking. */
export function lacks(
  {microversion, extension, service: own}: Needs,
  service: string,
  {microversions, extensions}: Context,
): boolean {
  if (microversion === undefined && extension === undefined) return false
  const {type} = serviceType(own ?? service)
  const highest = microversions[type]?.value.highest
  const aliases = extensions[type]?.value
  const tooLow = microversion !== undefined && highest !== undefined && compareMicroversions(highest, microversion) < 0
  return tooLow || (extension !== undefined && aliases !== undefined && !aliases.includes(extension))
}

function microversionNote(wanted: string | undefined, service: string, context: Context): string | undefined {
  if (wanted === undefined) return undefined
  if (isForAll(context)) return `requires microversion ${wanted}`
  const known = context.microversions[serviceType(service).type]
  if (!known) return `requires microversion ${wanted}; the maximum version of ${cloudName(context)} is unknown`
  return `requires microversion ${wanted}; ${cloudName(context)} supports up to ${known.value.highest} (${provenance(known, context)})`
}

function extensionNote(wanted: string | undefined, service: string, context: Context): string | undefined {
  if (wanted === undefined) return undefined
  if (isForAll(context)) return `requires extension ${wanted}`
  const known = context.extensions[serviceType(service).type]
  if (!known) return `requires extension ${wanted}; whether ${cloudName(context)} has it is unknown`
  const has = known.value.includes(wanted) ? 'has' : 'does not have'
  return `requires extension ${wanted}, which ${cloudName(context)} ${has} (${provenance(known, context)})`
}

/** The roles that one of is usually needed, next to the caller's own. */
export function rolesNote(roles: readonly string[], context: Context): string {
  const needed = roles.length > 0 ? `Usually required: ${roles.join(' or ')}.` : 'No specific role required.'
  if (isForAll(context)) return needed
  const own = rolesOf(context)
  if (!context.access || !own) return `${needed} Your roles are unknown until the first login.`
  const yours = own.length > 0 ? own.join(', ') : 'none'
  return `${needed} Your roles: ${yours} (${provenance(context.access, context)}).`
}

/**
 * Whether none of the caller's roles is among `roles`. `system reader` and `domain admin` are roles on the system and on
 * a domain; `admin` may do everything.
 */
export function lacksRole(roles: readonly string[] | undefined, context: Context): boolean {
  const own = rolesOf(context)
  if (!roles || roles.length === 0 || !own || !context.access) return false
  const {system, domainId} = context.access.value
  const implied = [...own, ...own.flatMap((role) => IMPLIED[role] ?? [])]
  const scope = system ? 'system ' : domainId === undefined ? '' : 'domain '
  const held = [...implied, ...implied.map((role) => scope + role)]
  return !own.includes('admin') && !held.some((role) => roles.includes(role))
}

// Keystone's own chain of implied roles.
const IMPLIED: Readonly<Record<string, readonly string[]>> = {manager: ['member', 'reader'], member: ['reader']}

/** Why commands of a plugin with these services cannot work here; undefined when they can, or when that is unknown. */
export function notOffered(services: readonly string[], context: Context): string | undefined {
  const offers = services.map((service) => offerOf(service, context))
  if (!context.access || offers.length === 0 || offers.some((offer) => offer === undefined || offer.here))
    return undefined
  const regions = [...new Set(offers.flatMap((offer) => offer?.elsewhere ?? []))].sort()
  const where = regions.length > 0 ? `offered in ${regions.join(', ')}; ` : ''
  const region = context.config?.region === undefined ? '' : ` in ${context.config.region}`
  return `not offered by ${cloudName(context)}${region} (${where}catalog ${age(context.access.at, context.now)})`
}
