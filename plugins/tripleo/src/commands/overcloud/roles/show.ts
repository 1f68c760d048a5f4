import {Args, ShowCommand} from '@osc-cli/core'
import {availableRole, planNameFlag, roleRecord} from '#plan-roles'

/** Headers of the values that have one; others are shown under their key. */
const HEADERS: Readonly<Record<string, string>> = {
  name: 'Name',
  description: 'Description',
  ServicesDefault: 'Services Default',
}

export default class OvercloudRolesShow extends ShowCommand {
  static override summary = 'Show a role of a plan'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'GET /v1/{account}/{container}',
    'GET /v1/{account}/{container}/{object}',
  ]
  static override seeAlso = ['overcloud roles list', 'overcloud role show']
  static override examples = [
    {command: 'osc overcloud roles show --name first Compute', description: 'Show the services and count of a role'},
  ]
  static override args = {role: Args.string({description: 'Role', required: true})}
  static override flags = planNameFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudRolesShow)
    const record = roleRecord(await availableRole(this, flags.name, args.role))
    const first = Object.keys(HEADERS).filter((key) => key in record)
    const others = Object.keys(record)
      .filter((key) => !first.includes(key))
      .sort()
    await this.show(record, Object.fromEntries([...first, ...others].map((key) => [HEADERS[key] ?? key, key])))
  }
}
