import {projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {DefaultStatefulness, isStateful, statefulnessFields, statefulnessFlags} from '#default-statefulness'

export default class SecurityGroupDefaultStatefulnessCreate extends ShowCommand {
  static override summary = 'Set the default statefulness of security groups'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/security-groups-default-statefulness',
  ]
  static override requires = 'security-groups-default-statefulness'
  static override examples = [
    {
      command: 'osc security group default statefulness create --stateless --project demo',
      description: 'Make new security groups of a project stateless',
    },
  ]
  static override flags = {
    ...statefulnessFlags,
    ...projectFlags('Project that the setting applies to (name or ID; default: all projects)'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SecurityGroupDefaultStatefulnessCreate)
    // Without a project in the body Neutron would use that of the caller; null is for all projects.
    const created = await this.api(DefaultStatefulness).create({
      stateful: isStateful(flags),
      project_id: (await projectOf(this.api, flags)) ?? null,
    })
    await this.show(created, statefulnessFields)
  }
}
