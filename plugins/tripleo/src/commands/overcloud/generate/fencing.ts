import {Args, Flags, OscCommand, readText} from '@osc-cli/core'
import {stringify} from 'yaml'
import {fencingEnvironment} from '#fencing'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'
import {writeOutput} from '#write-output'

export default class OvercloudGenerateFencing extends OscCommand {
  static override summary = 'Write an environment file for fencing'
  static override description =
    'Reads machines from an instackenv file, and writes the parameters with which Pacemaker powers off a machine that does not ' +
    'respond. The file contains the passwords of the machines. Nothing is sent to the cloud.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['overcloud plan set', 'overcloud deploy']
  static override examples = [
    {
      command: 'osc overcloud generate fencing --output fencing.yaml instackenv.json',
      description: 'Write an environment file for all machines',
    },
  ]
  static override args = {
    instackenv: Args.string({description: 'JSON or YAML file with the machines', required: true}),
  }
  static override flags = {
    action: Flags.string({
      char: 'a',
      description: 'Accepted for compatibility: Pacemaker chooses the action',
      helpValue: 'ACTION',
    }),
    delay: Flags.integer({
      description: 'Seconds to wait before fencing a machine (default: set by the fencing agent)',
      helpValue: 'SECONDS',
      min: 0,
    }),
    'ipmi-lanplus': Flags.boolean({description: 'Use IPMI 2.0 (default)'}),
    'ipmi-no-lanplus': Flags.boolean({description: 'Use IPMI 1.5'}),
    'ipmi-cipher': Flags.integer({description: 'Cipher suite of IPMI 2.0', helpValue: 'NUMBER', min: 0}),
    'ipmi-level': Flags.string({description: 'Privilege level of IPMI, such as operator', helpValue: 'LEVEL'}),
    output: Flags.string({description: 'File to write (default: standard output)', helpValue: 'FILE'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudGenerateFencing)
    const machines = toJson(readYaml(args.instackenv, await readText(args.instackenv, this.runtime)))
    const environment = fencingEnvironment(machines, {
      delay: flags.delay,
      lanplus: !flags['ipmi-no-lanplus'],
      cipher: flags['ipmi-cipher'],
      level: flags['ipmi-level'],
    })
    await writeOutput(this, flags.output, stringify(environment), {secret: true})
  }
}
