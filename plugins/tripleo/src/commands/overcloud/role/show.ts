import {Args, OscCommand} from '@osc-cli/core'
import {heading} from '#generate-roles'
import {text} from '#jinja/text'
import {RoleFolder, rolesPathFlag} from '#role-folder'

export default class OvercloudRoleShow extends OscCommand {
  static override summary = 'Show a role of a folder'
  static override roles = []
  static override calls = []
  static override seeAlso = ['overcloud role list', 'overcloud roles show', 'overcloud roles generate']
  static override examples = [
    {command: 'osc overcloud role show Compute', description: 'Show a role of the starter plan'},
  ]
  static override args = {role: Args.string({description: 'Role', required: true})}
  static override flags = rolesPathFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudRoleShow)
    const role = await new RoleFolder(flags['roles-path'], this.runtime).role(args.role)
    await this.print(heading(`Role Data for '${text(role.get('name'))}'`))
    for (const [key, value] of [...role].sort(([a], [b]) => (text(a) < text(b) ? -1 : 1))) {
      if (Array.isArray(value)) await this.print([`${key}:`, ...value.map((item) => ` * ${text(item)}`)].join('\n'))
      else await this.print(`${key}: '${text(value)}'`)
    }
  }
}
