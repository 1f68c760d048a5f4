import type {Json} from '#json'

/** Where a setting came from: `--os-username`, `OS_USERNAME`, `~/.config/openstack/clouds.yaml:12`, `vendor profile x`, `default`. */
export interface Source {
  kind: 'option' | 'environment' | 'file' | 'profile' | 'default'
  name: string
}

export type Interface = 'public' | 'internal' | 'admin'

/** One cloud as openstacksdk would configure it: an entry of clouds.yaml or the OS_* environment, with its overrides. */
export interface CloudConfig {
  /** The entry's name; undefined when only the environment or options describe the cloud. */
  name: string | undefined
  /** File and line of the entry. */
  place?: string | undefined
  /** The names of all entries, where none of them is selected. */
  choices?: readonly string[]
  region: string | undefined
  /** keystoneauth's plugin name: password, v3applicationcredential, none, ... */
  authType: string
  /** The plugin's options, by keystoneauth's names with underscores: auth_url, username, project_domain_name, ... */
  auth: Readonly<Record<string, Json>>
  interface: Interface
  verify: boolean
  cacert: string | undefined
  cert: string | undefined
  key: string | undefined
  /** Every other key, merged: orchestration_endpoint_override, compute_api_version, api_timeout, ... */
  settings: Readonly<Record<string, Json>>
  /** The source of each value, by key path: `region_name`, `auth.username`, `compute_api_version`. */
  sources: Readonly<Record<string, Source>>
  /** Warnings for the user: a world-readable secure.yaml, an unknown key, ... */
  warnings: readonly string[]
}

/** What the configuration is read from. `options` are global options that were given, by their names in globals.json (`dest`). */
export interface ConfigInput {
  options: Readonly<Record<string, string | boolean>>
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  home: string
}
