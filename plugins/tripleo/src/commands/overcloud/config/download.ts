import {rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {asObject, Flags, isObject, type Json, makeFolder, NotFoundError, OscCommand, shellWord} from '@osc-cli/core'
import {stringify} from 'yaml'
import {OUTPUT_CALLS, outputsOf} from '#plan/outputs'
import {writeOutput} from '#write-output'

export default class OvercloudConfigDownload extends OscCommand {
  static override summary = 'Write the configuration of a deployment to files'
  static override description =
    'Writes the outputs of the stack: RoleData and RoleConfig as a folder for each role, with a file for each part; any ' +
    'other output as a file. Ansible is not run.'
  static override service = 'orchestration'
  static override roles = ['member']
  static override calls = OUTPUT_CALLS
  static override seeAlso = ['overcloud export', 'stack output list']
  static override examples = [
    {command: 'osc overcloud config download --name first --config-dir config', description: 'Write it to a folder'},
  ]
  static override flags = {
    name: Flags.string({description: 'Plan (name, default: overcloud)', helpValue: 'PLAN', default: 'overcloud'}),
    'config-dir': Flags.string({
      description: 'Folder to write to (default: tripleo-config in your home folder)',
      helpValue: 'FOLDER',
    }),
    'config-type': Flags.commaList({
      description: 'Parts of the configuration of roles, separated by commas (default: all)',
      helpValue: 'TYPES',
    }),
    'no-preserve-config': Flags.boolean({description: 'Delete the files that earlier runs wrote to the folder'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudConfigDownload)
    const outputs = await outputsOf(await this.session(), flags.name)
    const files = filesOf(outputs, flags['config-type'])
    if (files.size === 0)
      throw new NotFoundError(`The stack ${flags.name} has no output with a configuration.`, {
        hint: `List its outputs with: osc stack output list ${shellWord(flags.name)}`,
      })
    const folder = resolve(
      this.runtime.cwd,
      flags['config-dir'] ?? join(this.runtime.env.HOME ?? '.', 'tripleo-config'),
    )
    // Only what such a run writes: the folder may be anything.
    if (flags['no-preserve-config'])
      for (const path of new Set([...files.keys()].map((name) => name.split('/')[0] ?? '')))
        rmSync(join(folder, path), {recursive: true, force: true})
    for (const [name, value] of files) {
      makeFolder(join(folder, name, '..'), 0o700)
      const content = typeof value === 'string' ? value : stringify(value)
      await writeOutput(this, join(folder, name), content, {secret: true})
    }
    await this.note(`${files.size} files were written to ${folder}.`)
  }
}

/** Outputs with a part for each role. */
const BY_ROLE = ['RoleData', 'RoleConfig']

function filesOf(outputs: ReadonlyMap<string, Json>, types: readonly string[] | undefined): Map<string, Json> {
  const isWanted = (type: string) => types === undefined || types.includes(type)
  const roles = BY_ROLE.flatMap((name) => Object.entries(asObject(outputs.get(name))))
  const parts = roles.flatMap(([role, config]) =>
    (isObject(config) ? Object.entries(config) : [['config', config] as const])
      .filter(([type]) => isWanted(type))
      .map(([type, value]) => [fileName(role, type, value ?? null), value ?? null] as const),
  )
  const others = [...outputs].filter(([name]) => !BY_ROLE.includes(name) && isWanted(name))
  return new Map([...parts, ...others.map(([name, value]) => [fileName('', name, value), value] as const)])
}

/** Puppet manifests are text. Names come from the templates and stay inside of the folder. */
function fileName(folder: string, name: string, value: Json): string {
  const extension = name === 'step_config' && typeof value === 'string' ? 'pp' : 'yaml'
  return [folder, `${name}.${extension}`]
    .filter(Boolean)
    .map((part) => part.replace(/[^\w.-]|^\.+/g, '_'))
    .join('/')
}
