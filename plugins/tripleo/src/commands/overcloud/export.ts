import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {
  asObject,
  FileExistsError,
  Flags,
  givenJson,
  type JsonObject,
  OscCommand,
  OscError,
  readText,
  shellWord,
} from '@osc-cli/core'
import {stringify} from 'yaml'
import {stackFlag} from '#deploy-flags'
import {environmentOf, type PlanEnvironment} from '#plan/environment'
import {PlanFile} from '#plan/files'
import {toJson} from '#plan/json'
import {OUTPUT_CALLS, outputsOf} from '#plan/outputs'
import {findPlan} from '#plan/plan'
import {secretsOf} from '#plan/secrets'
import {writeOutput} from '#write-output'

/** Outputs of a stack, and the parameters by which another stack takes them. */
const EXPORTED = {
  EndpointMap: 'EndpointMapOverride',
  HostsEntry: 'ExtraHostFileEntries',
  GlobalConfig: 'GlobalConfigExtraMapData',
} as const

export default class OvercloudExport extends OscCommand {
  static override summary = 'Export values of a stack for another stack'
  static override description =
    'Writes an environment file with the endpoints and hosts of the stack, from its outputs EndpointMap, HostsEntry and ' +
    'GlobalConfig. Passwords are left out unless --with-passwords is given.'
  static override service = 'orchestration'
  static override roles = ['member']
  static override calls = [...OUTPUT_CALLS, 'HEAD /v1/{account}/{container}', 'GET /v1/{account}/{container}/{object}']
  static override seeAlso = ['overcloud plan export', 'stack output list']
  static override examples = [
    {
      command: 'osc overcloud export --stack first --with-passwords',
      description: 'Write first-export.yaml, which only you can read',
    },
  ]
  static override flags = {
    ...stackFlag,
    'output-file': Flags.string({
      char: 'o',
      description: 'File to write (default: STACK-export.yaml)',
      helpValue: 'FILE',
    }),
    'force-overwrite': Flags.boolean({char: 'f', description: 'Overwrite the file if it exists'}),
    'config-download-dir': Flags.string({
      description: 'Folder with the output of config-download, for values that only Ansible knows',
      helpValue: 'FOLDER',
    }),
    'with-passwords': Flags.boolean({description: 'Include the passwords of the plan, except those of Ceph'}),
    'no-password-excludes': Flags.boolean({description: 'Include all passwords of the plan, also those of Ceph'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudExport)
    const file = flags['output-file'] ?? `${flags.stack}-export.yaml`
    if (!flags['force-overwrite'] && existsSync(resolve(this.runtime.cwd, file)))
      throw new FileExistsError(`The file ${file} already exists.`, {hint: 'Overwrite it with --force-overwrite.'})
    const session = await this.session()
    const outputs = await outputsOf(session, flags.stack)
    const found = Object.entries(EXPORTED).flatMap(([name, parameter]) => {
      const value = outputs.get(name)
      return value ? [[parameter, value] as const] : []
    })
    const values: JsonObject = {
      ...Object.fromEntries(found),
      ...(await this.ansibleValues(flags['config-download-dir'], flags.stack)),
    }
    const all = flags['no-password-excludes']
    if (all || flags['with-passwords']) {
      const plan = await findPlan(session, flags.stack)
      Object.assign(values, passwordsOf(environmentOf(await plan.readAll([PlanFile.environment])), all))
    }
    if (Object.keys(values).length === 0)
      throw new OscError(
        `The stack ${flags.stack} has nothing to export: its templates do not have the outputs ${Object.keys(EXPORTED).join(', ')}.`,
        {
          hint: `List its outputs with: osc stack output list ${shellWord(flags.stack)}`,
        },
      )
    // The exported hosts include the virtual addresses.
    const content = stringify({parameter_defaults: {...values, AddVipsToEtcHosts: false}})
    await writeOutput(this, file, content, {secret: true})
    await this.note(`Values of stack ${flags.stack} were written to ${file}.`)
  }

  /** Values that Ansible computed, from the folder in which it left them. */
  private async ansibleValues(folder: string | undefined, stack: string): Promise<JsonObject> {
    if (folder === undefined) return {}
    const path = join(folder, stack, 'group_vars', 'overcloud.json')
    return {AllNodesExtraMapData: asObject(givenJson(await readText(path, this.runtime), path))}
  }
}

/** Passwords of a plan: values that the user set win over created ones. */
function passwordsOf(environment: PlanEnvironment, all: boolean): JsonObject {
  const isSecret = secretsOf(environment)
  const values = [...environment.values()].map(([key, value]) => [String(key), toJson(value)] as const)
  return Object.fromEntries(values.filter(([key]) => isSecret(key) && (all || !/^ceph/i.test(key))))
}
