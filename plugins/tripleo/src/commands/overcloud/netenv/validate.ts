import {dirname, join} from 'node:path'
import {asObject, Flags, OscCommand, OscError, readText} from '@osc-cli/core'
import {cardFaults, networkFaults} from '#netenv'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'

export default class OvercloudNetenvValidate extends OscCommand {
  static override summary = 'Check a network environment file'
  static override description =
    'Checks that ranges of addresses do not overlap, pools are inside of their range, VLAN IDs are unique, and bridges have ' +
    'one bond or interface. Nothing is sent to the cloud.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['overcloud plan set', 'overcloud deploy']
  static override examples = [
    {command: 'osc overcloud netenv validate -f network-environment.yaml', description: 'Check a file'},
  ]
  static override flags = {
    file: Flags.string({
      char: 'f',
      description: 'Environment file (default: network-environment.yaml)',
      helpValue: 'FILE',
      default: 'network-environment.yaml',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudNetenvValidate)
    const read = async (file: string) => asObject(toJson(readYaml(file, await readText(file, this.runtime))))
    const environment = await read(flags.file)
    const templates = Object.entries(asObject(environment.resource_registry))
      .filter(([type]) => type.endsWith('Net::SoftwareConfig'))
      .map(([, path]) => join(dirname(flags.file), String(path)))
    const faults = networkFaults(asObject(environment.parameter_defaults))
    for (const file of templates) faults.push(...cardFaults(file, await read(file)))
    if (faults.length > 0)
      throw new OscError([`${flags.file}: ${faults.length} faults found.`, ...faults].join('\n  '), {
        code: 'InvalidNetworks',
        hint: 'Correct the values that are named.',
      })
    await this.note(`${flags.file} is valid.`)
  }
}
