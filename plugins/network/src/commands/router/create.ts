import {Args, asObject, Flags, Known, projectFlags, projectOf, ShowCommand, tagFlags, UsageError} from '@osc-cli/core'
import {gatewayBody} from '#external-gateway'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {NetworkFlavor} from '#network-flavor'
import {shownRouter} from '#router'
import {routerBody, routerFlags, routerNeeds} from '#router-options'
import {saveTags} from '#tags'

export default class RouterCreate extends ShowCommand {
  static override summary = 'Create a router'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/flavors?name={name}',
    'GET /v2.0/qos/policies?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/extensions',
    'POST /v2.0/routers',
    'PUT /v2.0/routers/{id}/update_external_gateways',
    'PUT /v2.0/routers/{id}/tags',
  ]
  static override needs = {
    ...routerNeeds,
    'availability-zone-hint': {extension: 'router_availability_zone'},
    flavor: {extension: 'l3-flavors'},
    'flavor-id': {extension: 'l3-flavors'},
  }
  static override seeAlso = ['router add subnet', 'router set']
  static override examples = [
    {command: 'osc router create --external-gateway public edge', description: 'Create a router with a gateway'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new router', required: true}),
  }
  static override flags = {
    ...Flags.choices({enable: 'Enable the router (default)', disable: 'Disable the router'}),
    ...routerFlags,
    'availability-zone-hint': Flags.strings({
      description: 'Availability zone to schedule the router in (repeatable)',
      helpValue: 'AVAILABILITY-ZONE',
    }),
    flavor: Flags.string({description: 'Network flavor (name or ID)', helpValue: 'FLAVOR-ID'}),
    'qos-policy': Flags.string({description: 'QoS policy for the gateway (name or ID)', helpValue: 'QOS-POLICY'}),
    'evpn-vni': Flags.integer({
      description: 'EVPN VNI: a positive integer',
      helpValue: 'VNI',
      min: 1,
      exclusive: ['auto-evpn-vni'],
    }),
    'auto-evpn-vni': Flags.boolean({description: 'Let Neutron choose the EVPN VNI', exclusive: ['evpn-vni']}),
    'flavor-id': Flags.string({description: 'Network flavor (ID; use --flavor)', hidden: true}),
    ...projectFlags('Project that owns the router (name or ID; default: your project)'),
    ...tagFlags('router'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RouterCreate)
    const hasGateway = flags['external-gateway'] !== undefined
    if (!hasGateway && (flags['enable-ndp-proxy'] || flags['qos-policy']))
      throw new UsageError(
        `Option ${flags['qos-policy'] ? '--qos-policy' : '--enable-ndp-proxy'} requires --external-gateway.`,
        {hint: 'Add --external-gateway.'},
      )
    const routers = this.api(Known.Router)
    const {external_gateways: gateways, ...gateway} = await gatewayBody(this, flags)
    const flavor = flags['flavor-id'] ?? flags.flavor
    const created = await routers.create({
      name: args.name,
      ...routerBody(flags),
      admin_state_up: !flags.disable,
      availability_zone_hints: flags['availability-zone-hint'],
      project_id: await projectOf(this.api, flags),
      ...gateway,
      flavor_id: flavor === undefined ? undefined : await this.api(NetworkFlavor).id(flavor),
      evpn_vni: flags['auto-evpn-vni'] ? 0 : flags['evpn-vni'],
      ...extraProperties(flags),
    })
    const tags = await saveTags(routers, created, flags)
    const added = gateways
      ? asObject(
          (
            await routers.send(String(created.id), 'PUT', '/update_external_gateways', {
              router: {external_gateways: gateways},
            })
          ).router,
        )
      : {}
    const router = {...created, ...added, ...tags}
    await this.show(router, shownRouter(router))
  }
}
