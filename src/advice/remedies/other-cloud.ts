import type {CloudConfig, ConfigInput} from '#cloud/config/types'
import {type Context, type Known, rolesOf} from '#context/context'
import {offerOf} from '#context/offers'
import {type ContextPlace, contextOf} from '#context/read'

/** Another entry of clouds.yaml, with what earlier log-ins to it left. */
export interface OtherCloud {
  name: string
  config: CloudConfig
  context: Context
}

/** A cloud that could do it; `known` is the log-in that says so, undefined where only its name does. */
export interface CapableCloud {
  name: string
  known: Known<unknown> | undefined
}

/** Those that can be read, in the order of the files. */
export async function otherClouds(own: CloudConfig, input: ConfigInput, place: ContextPlace): Promise<OtherCloud[]> {
  const [{listClouds}, {loadCloudConfig}] = await Promise.all([
    import('#cloud/config/list'),
    import('#cloud/config/load'),
  ])
  const found: OtherCloud[] = []
  // With its own name also the sandbox's file is read, where it is one of these.
  const options = own.name === undefined ? {} : {cloud: own.name}
  for (const {name} of await listClouds({...input, options})) {
    if (name === own.name) continue
    const config = await loadCloudConfig({...input, options: {cloud: name}}).catch(() => undefined)
    if (config) found.push({name, config, context: contextOf(config, place)})
  }
  return found
}

/** A cloud of the same Keystone with the role: by its last log-in, or else by the name of the cloud or its user. */
export function withRole(role: string, own: CloudConfig, others: readonly OtherCloud[]): CapableCloud | undefined {
  const same = others.filter(({config}) => config.auth.auth_url === own.auth.auth_url)
  const sure = same.find(({context}) => rolesOf(context)?.includes(role))
  if (sure) return {name: sure.name, known: sure.context.access}
  const likely = same.find(
    ({name, config, context}) =>
      context.access === undefined && [name, config.auth.username].some((text) => String(text).includes(role)),
  )
  return likely && {name: likely.name, known: undefined}
}

/** A cloud of the same Keystone that logs in with more than a token. */
export const withOtherLogin = (own: CloudConfig, others: readonly OtherCloud[]): string | undefined =>
  others.find(({config: {auth}}) => auth.auth_url === own.auth.auth_url && auth.token === undefined)?.name

/** A cloud whose last catalog has the service in the region it is used in. */
export function withService(service: string, others: readonly OtherCloud[]): CapableCloud | undefined {
  const found = others.find(({context}) => offerOf(service, context)?.here)
  return found && {name: found.name, known: found.context.access}
}
