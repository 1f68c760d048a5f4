import {clearDefaultCloud, readDefaultCloud} from '#cloud/config/default-cloud'
import {loadCloudConfig} from '#cloud/config/load'
import {shownPath} from '#cloud/config/places'
import {entryFiles, replaceFile, textOf} from '#cloud/entries/files'
import {entryNamed} from '#cloud/entries/listed'
import {withoutEntry} from '#cloud/entries/yaml-text'
import {homeOf} from '#process'
import {Args, ConfigError, Flags, OscCommand, UsageError} from '#sdk'

export default class CloudRemove extends OscCommand {
  static override summary = 'Remove a cloud from clouds.yaml and secure.yaml'
  static override description = 'Changes only your configuration files. Nothing in the cloud itself is touched.'
  static override examples = [
    {command: 'osc cloud remove mycloud', description: 'Ask for confirmation, then remove the entry'},
    {command: 'osc cloud remove --yes mycloud', description: 'Remove the entry without asking'},
  ]
  static override roles = []
  static override calls = []
  static override seeAlso = ['cloud list', 'cloud add']
  static override args = {
    cloud: Args.string({description: 'Cloud (name)', required: true}),
  }
  static override flags = {
    yes: Flags.boolean({char: 'y', description: 'Remove without asking'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CloudRemove)
    const {options, env, cwd, program, stdin} = this.runtime
    const place = {options, env, cwd, home: homeOf(env)}
    const entry = await entryNamed(args.cloud, place)
    const {clouds, secure} = await entryFiles(place)
    const changed = [clouds, secure].flatMap((path) => {
      const text = withoutEntry(textOf(path), args.cloud)
      return text === undefined ? [] : [{path, text}]
    })
    if (changed.length === 0) {
      throw entry.place.startsWith('OS_')
        ? new ConfigError(`Cloud "${args.cloud}" is described by OS_* variables.`, {hint: 'Unset the OS_* variables.'})
        : new ConfigError(`Cloud "${args.cloud}" belongs to the running sandbox.`, {
            hint: `Stop the sandbox with: ${program} sandbox stop`,
          })
    }
    const names = changed.map(({path}) => shownPath(path, place)).join(' and ')
    if (!flags.yes && !stdin().isTTY) {
      throw new UsageError('Not a terminal: the cloud was not removed.', {
        hint: `Use --yes to remove it without asking: ${program} cloud remove --yes ${args.cloud}`,
      })
    }
    if (!flags.yes && !(await this.confirm(`Remove cloud ${args.cloud} from ${names}?`)))
      return await this.note('Cancelled.')
    for (const {path, text} of changed) replaceFile(path, text, place)
    if (readDefaultCloud(place) === args.cloud) clearDefaultCloud(place)
    await this.note(`Removed cloud ${args.cloud} from ${names}.`)
    if (entry.selectedBy === undefined) return
    const {name} = await loadCloudConfig({...place, options: {}}).catch(() => ({name: undefined}))
    await this.note(
      name === undefined
        ? 'No cloud is selected any more.'
        : `Commands now use cloud ${name}, the only one that is left.`,
    )
  }
}
