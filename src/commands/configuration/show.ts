import {completeNetworks} from '#cloud/config/networks'
import {isSecretKey} from '#cloud/config/secret-keys'
import type {CloudConfig} from '#cloud/config/types'
import type {Cell} from '#output/types'
import {apiVersions} from '#plugins/api-versions'
import type {Runtime} from '#runtime'
import {Flags, ShowCommand} from '#sdk'

const REDACTED = '<redacted>'

export default class ConfigurationShow extends ShowCommand {
  static override summary = 'Show the configuration of the selected cloud'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc configuration show', description: 'Show all settings without secrets'},
    {command: 'osc configuration show -f value -c auth.auth_url', description: 'Print one setting'},
  ]
  static override flags = {
    mask: Flags.boolean({description: 'Hide secrets (default)', exclusive: ['unmask']}),
    unmask: Flags.boolean({description: 'Show secrets', exclusive: ['mask']}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ConfigurationShow)
    const settings: Record<string, Cell> = {
      ...ofPlugins(this.runtime),
      ...ofCloud(await this.runtime.config()),
      ...ofLine(this.runtime, flags.unmask),
      additional_user_agent: this.#agents(),
    }
    const names = Object.keys(settings).sort()
    const shown = (name: string) => (flags.unmask ? settings[name] : masked(name, settings[name]))
    await this.show({}, Object.fromEntries(names.map((name) => [name, () => shown(name)])))
  }

  /** A tuple in `openstack`, which formats other than JSON and YAML print as Python does. */
  #agents(): Cell {
    const {version} = this.runtime
    return this.format === 'json' || this.format === 'yaml' ? [['osc', version]] : `[('osc', '${version}')]`
  }
}

function masked(name: string, value: Cell): Cell {
  if (isSecretKey(name.replace('auth.', ''))) return REDACTED
  return typeof value === 'string' ? value.replace(/(\/\/[^/?#:@]*:)[^/?#@]*@/, `$1${REDACTED}@`) : value
}

function ofCloud(config: CloudConfig): Record<string, Cell> {
  const auth = Object.entries(config.auth).map(([key, value]) => [`auth.${key}`, value])
  return {
    ...config.settings,
    networks: completeNetworks(config.settings.networks),
    ...(config.name !== undefined && {cloud: config.name}),
    region_name: config.region ?? '',
    auth_type: config.authType,
    interface: config.interface,
    verify: config.verify,
    cacert: config.cacert ?? null,
    cert: config.cert ?? null,
    key: config.key ?? null,
    ...Object.fromEntries(auth),
  }
}

/** The services of `openstack` itself, whose versions it shows only where they are set. */
const WITHOUT_DEFAULT = ['compute', 'identity', 'image', 'network', 'volume']

const ofPlugins = ({index}: Runtime): Record<string, Cell> =>
  Object.fromEntries(
    Object.entries(apiVersions(index.plugins))
      .filter(([service]) => !WITHOUT_DEFAULT.includes(service))
      .map(([service, version]) => [`${service}_api_version`, version]),
  )

/** Global options of the command line, under the names `openstack` uses. */
function ofLine({options, env, verbosity, debug}: Runtime, unmask: boolean): Record<string, Cell> {
  const profile = options.profile ?? env.OS_PROFILE
  return {
    beta_command: options.os_beta_command === true,
    ...(debug && {debug}),
    deferred_help: options.help === true,
    ...(options.log_file !== undefined && {log_file: options.log_file}),
    // The key that signs requests for profiling; in clouds.yaml, `profile` is the name of a vendor.
    ...(profile && {profile: unmask ? profile : REDACTED}),
    timing: options.timing === true,
    verbose_level: debug ? 3 : verbosity + 1,
  }
}
