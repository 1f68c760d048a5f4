import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {
  RBAC_ACTIONS,
  RBAC_TYPES,
  RbacPolicy,
  rbacFields,
  rbacObjectId,
  targetDomainFlag,
  targetProject,
} from '#network-rbac'

export default class NetworkRbacCreate extends ShowCommand {
  static override summary = 'Create an RBAC policy to share an object'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/networks?name={name}',
    'POST /v2.0/rbac-policies',
  ]
  static override requires = 'rbac-policies'
  static override examples = [
    {
      command: 'osc network rbac create --type network --action access_as_shared --target-project demo private',
      description: 'Share a network with a project',
    },
  ]
  static override args = {
    rbac_object: Args.string({description: 'Object to share (name or ID)', required: true}),
  }
  static override flags = {
    type: Flags.string({
      description: 'Type of the object',
      options: RBAC_TYPES,
      required: true,
    }),
    action: Flags.string({
      description: 'Action to allow',
      options: RBAC_ACTIONS,
      required: true,
    }),
    'target-project': Flags.string({
      description: 'Project to share the object with (name or ID)',
      helpValue: 'TARGET-PROJECT',
      exactlyOne: ['target-project', 'target-all-projects'],
    }),
    'target-all-projects': Flags.boolean({
      description: 'Share the object with all projects',
      exactlyOne: ['target-project', 'target-all-projects'],
    }),
    ...targetDomainFlag,
    ...projectFlags('Project that owns the RBAC policy (name or ID; default: your project)'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkRbacCreate)
    const policy = await this.api(RbacPolicy).create({
      object_type: flags.type,
      action: flags.action,
      object_id: await rbacObjectId(this.api, flags.type, args.rbac_object),
      target_tenant: (await targetProject(this.api, flags)) ?? '*',
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show(policy, rbacFields)
  }
}
