import {lineParts} from '#advice/remedies/line-parts'
import {type OtherCloud, withOtherLogin, withRole, withService} from '#advice/remedies/other-cloud'
import type {Facts} from '#advice/remedies/types'
import {similar} from '#cloud/config/similar'
import type {CloudConfig} from '#cloud/config/types'
import {age} from '#context/age'
import type {Context, Known} from '#context/context'
import type {CachedName} from '#context/observed'
import type {CommandFacts} from '#help/facts'

/** What the cache of earlier commands adds to a failure: facts for remedies, and sentences with source and age. */
export interface FromContext {
  facts: Facts
  notes: readonly string[]
}

export interface FailureContext {
  code: string
  message: string
  /** What is known without the cache. */
  facts: Facts
  /** Masked. */
  argv: readonly string[]
  declared: CommandFacts | undefined
  config: CloudConfig
  context: Context
  /** The other clouds of clouds.yaml, with what is known of each. */
  others: () => Promise<readonly OtherCloud[]>
}

const NOTHING: FromContext = {facts: {}, notes: []}

export async function fromContext(failure: FailureContext): Promise<FromContext> {
  switch (failure.code) {
    case 'PolicyRefused':
      return await aboutRoles(failure)
    case 'TokenExpired':
      return await aboutToken(failure)
    case 'EndpointNotFound':
      return await aboutServices(failure)
    case 'Http404':
    case 'NotFound':
      return aboutNames(failure)
    case 'Http409':
      return aboutState(failure)
    default:
      return NOTHING
  }
}

async function aboutRoles({facts: {role}, context, config, others}: FailureContext): Promise<FromContext> {
  const roles = since(context.access, context.now)
  const own = roles === undefined ? [] : [`Source of the roles: ${roles}.`]
  const found = role === undefined ? undefined : withRole(role, config, await others())
  if (!found) return {facts: {}, notes: own}
  const why = found.known
    ? `has the role ${role} (${from(found.known, context.now)})`
    : 'might have the role (guessed from its name)'
  return {facts: {switch: found.name}, notes: [...own, `Cloud ${found.name} ${why}.`]}
}

async function aboutToken({config, others}: FailureContext): Promise<FromContext> {
  const found = withOtherLogin(config, await others())
  return found === undefined
    ? NOTHING
    : {facts: {switch: found}, notes: [`Cloud ${found} uses another authentication type.`]}
}

async function aboutServices({facts: {service, program}, context, others}: FailureContext): Promise<FromContext> {
  const catalog = since(context.access, context.now)
  const own =
    catalog === undefined ? [] : [`Source of the catalog: ${catalog}. To refresh it: ${program} context refresh`]
  const found = service === undefined ? undefined : withService(service, await others())
  if (!found?.known) return {facts: {}, notes: own}
  const offers = `Cloud ${found.name} offers ${service} (catalog, ${age(found.known.at, context.now)}).`
  return {facts: {elsewhere: found.name}, notes: [offers, ...own]}
}

/** Only where the answer is about what the line named: a stack may be there that lacks an output. */
function aboutNames({facts: {name, noun}, message, argv, declared, facts, context}: FailureContext): FromContext {
  const cached = cachedNames(noun, declared, context)
  if (name === undefined || !cached || !message.includes(name)) return NOTHING
  // The error for a thing missing in web names web too.
  const words = message.split(/[^\w.-]+/)
  if (argv.slice(argv.indexOf(name) + 1).some((word) => words.includes(word))) return NOTHING
  const names = [...new Set(cached.value.map((thing) => thing.name))]
  const where = `(${from(cached, context.now)})`
  if (names.includes(name)) return {facts: {}, notes: [`${name} was listed earlier ${where}.`]}
  const near = similar(name, names)
  const [best] = near
  if (best === undefined) return NOTHING
  const {line} = lineParts(
    argv.map((word) => (word === name ? best : word)),
    facts.command,
    declared?.flags,
  )
  return {facts: {near: best, near_line: line}, notes: [`Similar names: ${near.join(', ')} ${where}.`]}
}

/** The state that it was last listed in, if the error does not name its current state. */
function aboutState({facts: {name, noun, state}, message, declared, context}: FailureContext): FromContext {
  const cached = cachedNames(noun, declared, context)
  const thing = cached?.value.find((each) => each.name === name || each.id === name)
  if (!cached || state !== undefined || thing?.status === undefined || /exist|duplicate/i.test(message)) return NOTHING
  return {facts: {}, notes: [`State when last listed: ${thing.status} (${from(cached, context.now)}).`]}
}

/**
 * Names of the noun, or of what it is a part of: `stack` for `stack output`, whose commands take a stack first. A network
 * segment is not a part of a network: its commands take a segment.
 */
function cachedNames(
  noun: string | undefined,
  declared: CommandFacts | undefined,
  {names}: Context,
): Known<readonly CachedName[]> | undefined {
  if (noun === undefined) return undefined
  if (Object.hasOwn(names, noun)) return names[noun]
  const [first = ''] = Object.keys(declared?.args ?? {})
  const whole = first.replaceAll('_', ' ')
  return noun.startsWith(`${whole} `) && Object.hasOwn(names, whole) ? names[whole] : undefined
}

const from = ({source, at}: Known<unknown>, now: number): string => `${source}, ${age(at, now)}`

/** Source and age of what an earlier run left; undefined for what this one has learned. */
const since = (known: Known<unknown> | undefined, now: number): string | undefined =>
  known && known.at < now - process.uptime() * 1000 ? from(known, now) : undefined
