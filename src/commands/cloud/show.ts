import {loadCloudConfig} from '#cloud/config/load'
import {isSecretKey} from '#cloud/config/secret-keys'
import type {CloudConfig} from '#cloud/config/types'
import {entries, entryNamed} from '#cloud/entries/listed'
import type {JsonObject} from '#json'
import {homeOf} from '#process'
import {Args, ConfigError, ShowCommand} from '#sdk'

const REDACTED = '<redacted>'

export default class CloudShow extends ShowCommand {
  static override summary = 'Show how a cloud is configured'
  static override description = 'Shows the settings of one cloud and where it is defined. Secrets are not shown.'
  static override examples = [
    {command: 'osc cloud show', description: 'Show the cloud in use'},
    {command: 'osc cloud show sandbox -f value -c auth.auth_url', description: 'Show one setting of another cloud'},
  ]
  static override roles = []
  static override calls = []
  static override seeAlso = ['cloud list', 'configuration show', 'whoami']
  static override args = {
    cloud: Args.string({description: 'Cloud (name; default: the cloud in use)', required: false}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(CloudShow)
    const {options, env, cwd} = this.runtime
    const input = {options, env, cwd, home: homeOf(env)}
    const entry =
      args.cloud === undefined
        ? (await entries(input)).find(({selectedBy}) => selectedBy !== undefined)
        : await entryNamed(args.cloud, input)
    if (!entry) {
      // Reports an unknown name before "nothing is selected".
      const {choices = []} = await this.runtime.config()
      throw new ConfigError('No cloud is selected.', {
        hint:
          choices.length > 0
            ? `Specify one of: ${choices.join(', ')}.`
            : 'Add a cloud with: osc cloud add NAME. To try osc without a cloud: osc sandbox start',
        code: 'NoCloud',
      })
    }
    const config = await loadCloudConfig({...input, options: {...options, cloud: entry.name}})
    await this.show({
      name: entry.name,
      source: entry.place,
      selected_by: entry.selectedBy ?? null,
      ...settings(config),
    })
  }
}

function settings({sources, auth, settings: others, ...config}: CloudConfig): JsonObject {
  const fields: JsonObject = {
    auth_type: config.authType,
    region_name: config.region ?? null,
    interface: config.interface,
    verify: config.verify,
    cacert: config.cacert ?? null,
    cert: config.cert ?? null,
    key: config.key ?? null,
  }
  const given = Object.keys(sources).filter((key) => sources[key]?.kind !== 'default' && key !== 'cloud')
  const shown = given.map((key) => {
    const name = key.replace(/^auth\./, '')
    return [key, isSecretKey(name) ? REDACTED : (fields[key] ?? (key === name ? others[name] : auth[name]))]
  })
  return {auth_type: config.authType, region_name: config.region ?? null, ...Object.fromEntries(shown)}
}
