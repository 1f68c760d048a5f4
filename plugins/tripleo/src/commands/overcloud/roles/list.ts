import {Flags, type JsonObject, ListCommand} from '@osc-cli/core'
import {text} from '#jinja/text'
import {availableRoles, currentRoles, planNameFlag, roleRecord} from '#plan-roles'

const SHOWN = ['name', 'description', 'ServicesDefault']
const details = {
  'Role Name': 'name',
  Description: ({description}: JsonObject) => description ?? '',
  'Services Default': ({ServicesDefault}: JsonObject) => ServicesDefault ?? '',
  'Other Details': 'details',
}

export default class OvercloudRolesList extends ListCommand {
  static override summary = 'List the roles of a plan'
  static override description = 'Roles that the plan has files for, or with --current the roles that it uses.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'GET /v1/{account}/{container}',
    'GET /v1/{account}/{container}/{object}',
  ]
  static override seeAlso = ['overcloud roles show', 'overcloud roles generate', 'overcloud plan show']
  static override examples = [
    {command: 'osc overcloud roles list --name first --current', description: 'List the roles that a plan uses'},
  ]
  static override flags = {
    ...planNameFlag,
    detail: Flags.boolean({description: 'Include the values of each role'}),
    current: Flags.boolean({description: 'Only roles that the plan uses'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudRolesList)
    const roles = await (flags.current ? currentRoles : availableRoles)(this, flags.name)
    const rows = roles.map((role) => ({
      ...roleRecord(role),
      details: [...role]
        .filter(([key]) => !SHOWN.includes(text(key)))
        .map(([key, value]) => `${text(key)}: ${text(value)}`)
        .join('\n'),
    }))
    await this.table(flags.detail ? details : {'Role Name': 'name'}, rows)
  }
}
