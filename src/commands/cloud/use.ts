import {clearDefaultCloud, writeDefaultCloud} from '#cloud/config/default-cloud'
import {environmentCloud} from '#cloud/config/environment'
import {loadCloudConfig} from '#cloud/config/load'
import {entryNamed} from '#cloud/entries/listed'
import {homeOf} from '#process'
import {Args, Flags, OscCommand, UsageError} from '#sdk'

export default class CloudUse extends OscCommand {
  static override summary = 'Choose the cloud that commands use by default'
  static override description =
    'The default applies to every later command. --os-cloud, OS_CLOUD and OS_* variables that describe a cloud take precedence over it.'
  static override examples = [
    {command: 'osc cloud use sandbox', description: 'Use the sandbox by default'},
    {command: 'osc cloud use --unset', description: 'Remove the default'},
  ]
  static override roles = []
  static override calls = []
  static override seeAlso = ['cloud list', 'whoami']
  static override args = {
    cloud: Args.string({description: 'Cloud (name)', required: false}),
  }
  static override flags = {
    unset: Flags.boolean({description: 'Remove the default instead of choosing one'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CloudUse)
    const {options, env, cwd, program} = this.runtime
    const input = {options, env, cwd, home: homeOf(env)}
    if (flags.unset) {
      if (args.cloud !== undefined) throw new UsageError('A cloud name and --unset are mutually exclusive.')
      const had = clearDefaultCloud(input)
      return await this.note(had ? 'Removed the default cloud.' : 'No default cloud is set.')
    }
    if (args.cloud === undefined) {
      throw new UsageError('Missing argument <cloud>.', {
        hint: `Specify a cloud. List the clouds with: ${program} cloud list`,
      })
    }
    if (args.cloud === environmentCloud(env)) {
      throw new UsageError(`"${args.cloud}" is the cloud that OS_* variables describe; it cannot be the default.`, {
        hint: `Save it as an entry of clouds.yaml first: ${program} cloud add NAME`,
      })
    }
    await entryNamed(args.cloud, input)
    writeDefaultCloud(args.cloud, input)
    await this.note(`Commands now use cloud ${args.cloud} by default.`)
    // Read again without an option, as the next command does.
    const {name, sources} = await loadCloudConfig({...input, options: {}})
    if (name === args.cloud && sources.cloud?.name === 'osc cloud use') return
    const stronger = env.OS_CLOUD ? 'OS_CLOUD is set' : 'OS_* variables describe a cloud'
    if (env.OS_CLOUD || name === undefined) await this.note(`In this shell ${stronger} and takes precedence.`)
  }
}
