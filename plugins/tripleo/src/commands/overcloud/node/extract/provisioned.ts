import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {Flags, OscCommand} from '@osc-cli/core'
import {stringify} from 'yaml'
import {stackFlag} from '#deploy-flags'
import {EXTRACT_CALLS, extractRoles} from '#machine/extract'
import {writeOutput} from '#write-output'

export default class OvercloudNodeExtractProvisioned extends OscCommand {
  static override summary = 'Write the servers of a stack as a file for provisioning'
  static override description =
    'Prints the roles of a deployed plan with their servers, and the machine of each: the input of `overcloud node provision`. ' +
    'The hosts are those of the output AnsibleHostVarsMap; without this output, the servers of the stack.'
  static override roles = ['admin']
  static override calls = EXTRACT_CALLS
  static override seeAlso = ['overcloud node provision', 'overcloud server list']
  static override examples = [
    {
      command: 'osc overcloud node extract provisioned --stack first -o baremetal_deployment.yaml',
      description: 'Write the servers of a plan to a file',
    },
  ]
  static override flags = {
    ...stackFlag,
    output: Flags.string({char: 'o', description: 'File to write as well', helpValue: 'FILE'}),
    yes: Flags.boolean({char: 'y', description: 'Overwrite the file without confirmation'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudNodeExtractProvisioned)
    const {stack, output, yes} = flags
    const roles = await extractRoles(this, stack)
    if (roles.length === 0) return await this.note(`Stack ${stack} has no servers.`)
    const text = `# Servers of stack ${stack} on ${new Date(this.now()).toISOString()}\n${stringify(roles)}`
    await this.print(text.trimEnd())
    if (output === undefined) return
    if (existsSync(resolve(this.runtime.cwd, output)) && !yes && !(await this.confirm(`Overwrite ${output}?`)))
      return await this.note('Cancelled.')
    await writeOutput(this, output, text)
  }
}
