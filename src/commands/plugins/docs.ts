import {join, resolve} from 'node:path'
import {pluginFolder} from '#authoring/build'
import {dateOf, FORMATS, type Format} from '#help/formats'
import {referenceFiles} from '#help/reference/files'
import {fillFolder} from '#help/reference/owned-folder'
import {readIndex} from '#help/reference/read'
import {asText, isObject, type JsonObject} from '#json'
import {isSet} from '#plugins/candidates'
import {findPlugin} from '#plugins/find'
import {oneLine, Reading} from '#plugins/reading'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'
import {Args, Flags, NotFoundError, OscCommand, UsageError} from '#sdk'

export default class PluginsDocs extends OscCommand {
  static override summary = 'Write the command reference of plugins, one file per page'
  static override description =
    'In the folder of a plugin, the reference covers that plugin; elsewhere, all installed plugins. Files of an earlier reference are replaced or removed.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['plugins build', 'help']
  static override examples = [
    {command: 'osc plugins docs', description: 'Write the reference of the plugin in this folder to ./reference'},
    {
      command: 'osc plugins docs heat identity --format man --output man1',
      description: 'Write manual pages of two plugins',
    },
  ]
  static override args = {
    plugin: Args.string({description: 'Package or namespace (default: see above)', multiple: true, required: false}),
  }
  static override flags = {
    format: Flags.string({char: 'f', description: 'Format of the pages', options: FORMATS, default: 'markdown'}),
    output: Flags.string({
      char: 'o',
      description: 'Folder to write to (default: reference)',
      helpValue: 'DIR',
      default: 'reference',
    }),
    force: Flags.boolean({description: 'Write to a folder that holds other files (they are kept)'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PluginsDocs)
    const {cwd, env, program} = this.runtime
    const format: Format = FORMATS.find((name) => name === flags.format) ?? 'markdown'
    const files = await referenceFiles(await this.chosen([args.plugin ?? []].flat()), {
      format,
      program,
      date: dateOf(env),
    })
    const folder = resolve(cwd, flags.output ?? 'reference')
    const {written, unchanged, removed} = fillFolder(folder, files, {beside: flags.force})
    await this.note(`${folder}: ${written} pages written, ${unchanged} unchanged, ${removed} removed.`)
  }

  private async chosen(names: readonly string[]): Promise<PluginIndex> {
    const {plugins, broken} = this.runtime.index
    if (names.length > 0) return readIndex([...new Set(names)].map((name) => this.named(name)))
    const own = ownPlugin(this.runtime.cwd)
    if (own) return readIndex([own])
    for (const {name, reason} of broken) await this.note(`Skipped ${name}: ${reason}.`)
    return readIndex(plugins)
  }

  private named(name: string): IndexedPlugin {
    const plugin = findPlugin(name, this.runtime.index.plugins)
    if (plugin) return plugin
    throw new NotFoundError(`Plugin '${name}' is not installed.`, {
      hint: `List installed plugins: ${this.runtime.program} plugins`,
    })
  }
}

/** The plugin that contains the current folder. */
function ownPlugin(folder: string): Pick<IndexedPlugin, 'name' | 'root' | 'kind'> | undefined {
  let root: string
  try {
    root = pluginFolder(folder)
  } catch {
    return undefined
  }
  const pjson = packageJson(root)
  const name = asText(pjson.name)
  if (name === undefined || !isObject(pjson.osc) || !isObject(pjson.oclif) || isSet(pjson)) return undefined
  return {name, root, kind: name === '@osc-cli/core' ? 'core' : 'link'}
}

function packageJson(root: string): JsonObject {
  try {
    return new Reading().json(join(root, 'package.json'))
  } catch (error) {
    throw new UsageError(`In ${root} ${oneLine(error)}.`, {cause: error})
  }
}
