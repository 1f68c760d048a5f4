import {Args, Flags, OscCommand} from '@osc-cli/core'
import {generateRoles} from '#generate-roles'
import {RoleFolder, rolesPathFlag} from '#role-folder'
import {writeOutput} from '#write-output'

export default class OvercloudRolesGenerate extends OscCommand {
  static override summary = 'Write the roles file of a plan'
  static override description =
    'The order of the roles counts: without a role tagged primary and controller, the first role is the primary one. ' +
    'ROLE:NAME uses a role under another name, which begins with that of the role.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['overcloud role list', 'overcloud role show', 'overcloud plan create']
  static override examples = [
    {
      command: 'osc overcloud roles generate Controller Compute Storage -o roles_data.yaml',
      description: 'Write roles with a storage role',
    },
    {
      command: 'osc overcloud roles generate Controller Compute:ComputeGpu',
      description: 'Print roles, with Compute under another name',
    },
  ]
  static override args = {
    roles: Args.string({description: 'Role, or ROLE:NAME', required: true, multiple: true}),
  }
  static override flags = {
    ...rolesPathFlag,
    'output-file': Flags.string({
      char: 'o',
      description: 'File to write (default: standard output)',
      helpValue: 'FILE',
    }),
    'skip-validate': Flags.boolean({description: 'Do not check the types of the values in the role files'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudRolesGenerate)
    const folder = new RoleFolder(flags['roles-path'], this.runtime)
    const text = await generateRoles(folder, args.roles, !flags['skip-validate'])
    await writeOutput(this, flags['output-file'], text)
  }
}
