import {Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {protocolsOf} from '#federation'
import {protocolArgs, protocolFlags} from '#federation-protocol'

export default class FederationProtocolSet extends OscCommand {
  static override summary = 'Change the mapping of a protocol'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/OS-FEDERATION/identity_providers/{idp_id}/protocols/{id}']
  static override examples = [
    {
      command: 'osc federation protocol set --identity-provider campus --mapping people mapped',
      description: 'Apply another mapping',
    },
  ]
  static override args = protocolArgs
  static override flags = {
    ...protocolFlags,
    mapping: Flags.string({description: 'Mapping to apply (ID)', helpValue: 'MAPPING'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FederationProtocolSet)
    const protocols = this.api(protocolsOf(flags['identity-provider']))
    await protocols.update(args.federation_protocol, requireChanges({mapping_id: flags.mapping}))
  }
}
