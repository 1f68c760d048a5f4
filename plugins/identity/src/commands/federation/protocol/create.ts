import {Flags, ShowCommand} from '@osc-cli/core'
import {protocolsOf} from '#federation'
import {protocolArgs, protocolFields, protocolFlags} from '#federation-protocol'

export default class FederationProtocolCreate extends ShowCommand {
  static override summary = 'Add a protocol to an identity provider'
  static override roles = ['admin']
  static override calls = ['PUT /v3/OS-FEDERATION/identity_providers/{idp_id}/protocols/{id}']
  static override examples = [
    {
      command: 'osc federation protocol create --identity-provider campus --mapping people mapped',
      description: 'Use the attributes that the web server provides',
    },
  ]
  static override args = protocolArgs
  static override flags = {
    ...protocolFlags,
    mapping: Flags.string({description: 'Mapping to apply (ID)', helpValue: 'MAPPING', required: true}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FederationProtocolCreate)
    const provider = flags['identity-provider']
    const body = {mapping_id: flags.mapping}
    const created = await this.api(protocolsOf(provider)).put(args.federation_protocol, body)
    await this.show(created, protocolFields(provider))
  }
}
