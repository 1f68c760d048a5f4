import type {CloudConfig, Source} from '#cloud/config/types'
import type {ServiceType} from '#cloud/service-types'
import {asText, type Json} from '#json'

/** A setting of one service: `compute_api_version`, `volume_endpoint_override`; undefined when it is not set or empty. */
export function serviceSetting(config: CloudConfig, service: ServiceType, key: string): string | undefined {
  return found(config, service, key)?.value
}

/** Where `serviceSetting` found it. */
export function serviceSettingSource(config: CloudConfig, service: ServiceType, key: string): Source | undefined {
  const name = found(config, service, key)?.name
  return name === undefined ? undefined : config.sources[name]
}

function found(config: CloudConfig, {types}: ServiceType, key: string): {name: string; value: string} | undefined {
  for (const type of types) {
    const name = `${type.replaceAll('-', '_')}_${key}`
    const value = settingText(config.settings[name])
    if (value !== undefined) return {name, value}
  }
  return undefined
}

/** A setting as text; undefined when it is empty or no single value. */
export const settingText = (value: Json | undefined): string | undefined => asText(value)?.trim() || undefined
