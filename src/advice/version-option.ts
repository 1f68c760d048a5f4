import {serviceType} from '#cloud/service-types'
import {globalOptions} from '#line/global-options'

/** Where a microversion of a service is chosen: its global option, or its key in clouds.yaml where it has no option. */
export function versionOption(service: string): string {
  const {type, types} = serviceType(service)
  const names = new Set(globalOptions().map(({name}) => name))
  const option = types.map((name) => `--os-${name}-api-version`).find((name) => names.has(name))
  return option ?? `${type.replaceAll('-', '_')}_default_microversion in clouds.yaml`
}
