import {Flags, ShowCommand} from '@osc-cli/core'
import {createWithId, protocolsOf} from '#federation'
import {protocolArgs, protocolFields, protocolFlags} from '#federation-protocol'

export default class FederationProtocolCreate extends ShowCommand {
  static override summary = 'Let an identity provider be used over a protocol, with a mapping.'
  static override roles = ['admin']
  static override calls = ['PUT /v3/OS-FEDERATION/identity_providers/{idp_id}/protocols/{id}']
  static override examples = [
    {
      command: 'osc federation protocol create --identity-provider campus --mapping people mapped',
      description: 'Over what the web server checks',
    },
  ]
  static override args = protocolArgs
  static override flags = {
    ...protocolFlags,
    mapping: Flags.string({description: 'Mapping that applies (ID).', helpValue: 'MAPPING', required: true}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FederationProtocolCreate)
    const provider = flags['identity-provider']
    const body = {mapping_id: flags.mapping}
    const created = await createWithId(await this.session(), protocolsOf(provider), args.federation_protocol, body)
    await this.show(created, protocolFields(created, provider))
  }
}
