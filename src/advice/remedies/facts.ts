import {onCloud} from '#advice/remedies/as-called'
import {lineParts} from '#advice/remedies/line-parts'
import type {Facts} from '#advice/remedies/types'
import type {CloudConfig} from '#cloud/config/types'
import {usualRole, widerScope} from '#cloud/http/failure-policy'
import {quotaText} from '#cloud/http/failure-quota'
import {causes, HttpError, OscError, PolicyError, QuotaError} from '#errors'
import type {CommandFacts} from '#help/facts'
import {asText} from '#json'

export interface FactSources {
  /** Masked. */
  argv: readonly string[]
  program: string
  command: string | undefined
  /** The command's manifest, where it is available. */
  declared: CommandFacts | undefined
  config: CloudConfig | undefined
  /** Name and version of the plugin that the command is of, where it is not the core or what comes with it. */
  pluginName: string | undefined
}

/** Everything that is known of a failure by name. No request is sent: what is unknown stays undefined. */
export function factsOf(error: unknown, {argv, program, command, declared, config, pluginName}: FactSources): Facts {
  const own = error instanceof OscError ? error.facts : {}
  const {cloud, ...parts} = lineParts(argv, command, declared?.flags)
  return {
    osc: program,
    program: onCloud(program, cloud),
    command,
    ...parts,
    cloud: config?.name,
    region: config?.region,
    plugin: pluginName,
    ...httpFacts(httpErrorIn(error), declared?.roles),
    setter: setterOf(own, config),
    ...own,
  }
}

/** The answer of a service that is behind an error, if there is one. */
export const httpErrorIn = (error: unknown): HttpError | undefined =>
  causes(error).find((cause) => cause instanceof HttpError)

function httpFacts(error: HttpError | undefined, declared: readonly string[] | undefined): Facts {
  if (!error) return {}
  const {requestId, service, caller, url} = error.failure
  const rule = error instanceof PolicyError ? error.rule : undefined
  const role = error instanceof PolicyError ? usualRole(rule, service, caller?.roles ?? [], declared) : undefined
  return {
    request_id: requestId,
    service,
    host: URL.canParse(url) ? new URL(url).host : undefined,
    user: caller?.user,
    project: caller?.project,
    scope: caller?.scope,
    roles: caller?.roles.join(', ') || undefined,
    rule,
    role,
    wider: role !== undefined && caller ? widerScope(role, caller) : undefined,
    shortages: error instanceof QuotaError ? quotaText(error.shortages) : undefined,
  }
}

/**
 * Where the address comes from: `; it is auth_url, from clouds.yaml:3`, or the catalog. Empty where neither is known, and
 * where the proxy is what failed.
 */
function setterOf({host, url: place, proxy, service}: OscError['facts'], config: CloudConfig | undefined): string {
  if (host === undefined || !config || proxy !== undefined) return ''
  const settings = {'auth.auth_url': config.auth.auth_url, 'auth.endpoint': config.auth.endpoint, ...config.settings}
  for (const [key, value] of Object.entries(settings)) {
    const url = asText(value)
    if (url === undefined || !URL.canParse(url) || !isBelow(place, host, new URL(url))) continue
    const source = config.sources[key]
    if (source) return `; the address comes from ${key.replace('auth.', '')} (${source.name})`
  }
  return service === undefined ? '' : `; the address comes from the catalog: osc catalog show ${service}`
}

/** Whether a request went to this URL or below it. Where only its host is known, that has to do. */
function isBelow(place: string | undefined, host: string, {origin, pathname, host: own}: URL): boolean {
  if (place === undefined) return own === host
  const base = `${origin}${pathname.replace(/\/+$/, '')}`
  return place === base || place.startsWith(`${base}/`)
}
