import {Args, Flags, OscCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {RbacPolicy, targetDomainFlag, targetProject} from '#network-rbac'

export default class NetworkRbacSet extends OscCommand {
  static override summary = 'Change the target of an RBAC policy'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'PUT /v2.0/rbac-policies/{id}',
  ]
  static override requires = 'rbac-policies'
  static override examples = [
    {
      command: 'osc network rbac set --target-project demo $(osc network rbac list -f value -c ID | tail -1)',
      description: 'Share with another project',
    },
  ]
  static override args = {
    rbac_policy: Args.string({description: 'RBAC policy to change (ID)', required: true}),
  }
  static override flags = {
    'target-project': Flags.string({
      description: 'Project to share the object with (name or ID)',
      helpValue: 'TARGET-PROJECT',
    }),
    ...targetDomainFlag,
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkRbacSet)
    await this.api(RbacPolicy).update(args.rbac_policy, {
      target_tenant: await targetProject(this.api, flags),
      ...extraProperties(flags),
    })
  }
}
