import {isSecretKey} from '#cloud/config/secret-keys'
import {Flags, type JsonObject, ShowCommand} from '#sdk'

const REDACTED = '<redacted>'

export default class ConfigurationShow extends ShowCommand {
  static override summary = 'Show the settings of the selected cloud.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc configuration show', description: 'Without secrets'},
    {command: 'osc configuration show -f value -c auth.auth_url', description: 'One setting'},
  ]
  static override flags = {
    mask: Flags.boolean({description: 'Hide secrets (the default).', exclusive: ['unmask']}),
    unmask: Flags.boolean({description: 'Print secrets too.', exclusive: ['mask']}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ConfigurationShow)
    const config = await this.runtime.config()
    const auth = Object.entries(config.auth).map(([key, value]) => [`auth.${key}`, value])
    const settings: JsonObject = {
      ...config.settings,
      cloud: config.name ?? null,
      region_name: config.region ?? null,
      auth_type: config.authType,
      interface: config.interface,
      verify: config.verify,
      cacert: config.cacert ?? null,
      cert: config.cert ?? null,
      key: config.key ?? null,
      ...Object.fromEntries(auth),
    }
    const secrets = flags.unmask ? [] : Object.keys(settings).filter((key) => isSecretKey(key.replace('auth.', '')))
    await this.show({...settings, ...Object.fromEntries(secrets.map((key) => [key, REDACTED]))})
  }
}
