import {OscCommand} from '@osc-cli/core'
import {RoleFolder, rolesPathFlag} from '#role-folder'

export default class OvercloudRoleList extends OscCommand {
  static override summary = 'List the roles of a folder'
  static override roles = []
  static override calls = []
  static override seeAlso = ['overcloud roles list', 'overcloud roles generate']
  static override examples = [{command: 'osc overcloud role list', description: 'List the roles of the starter plan'}]
  static override flags = rolesPathFlag

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudRoleList)
    for (const name of new RoleFolder(flags['roles-path'], this.runtime).names()) await this.print(name)
  }
}
