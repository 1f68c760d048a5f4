import {Args, Flags, type Json, Known, OscCommand, tagUnsetFlags} from '@osc-cli/core'
import {clearedProperties, extraPropertyFlags} from '#extra-property'
import {asRoutes} from '#subnet-body'
import {saveTags} from '#tags'
import {without} from '#without'

export default class SubnetUnset extends OscCommand {
  static override summary = 'Remove properties of a subnet'
  static override roles = ['member']
  static override calls = ['GET /v2.0/subnets?name={name}', 'PUT /v2.0/subnets/{id}', 'PUT /v2.0/subnets/{id}/tags']
  static override seeAlso = ['subnet set']
  static override examples = [{command: 'osc subnet unset --gateway private-subnet', description: 'Remove the gateway'}]
  static override args = {
    subnet: Args.string({description: 'Subnet to change (name or ID)', required: true}),
  }
  static override flags = {
    'allocation-pool': Flags.pairs({
      description: 'Allocation pool to remove (repeatable)',
      keys: {required: ['end', 'start']},
      helpValue: 'start=IP-ADDRESS,end=IP-ADDRESS',
    }),
    gateway: Flags.boolean({description: 'Remove the gateway'}),
    'dns-nameserver': Flags.strings({description: 'DNS server to remove (repeatable)', helpValue: 'DNS-NAMESERVER'}),
    'host-route': Flags.pairs({
      description: 'Route to remove (repeatable)',
      keys: {required: ['destination', 'gateway']},
      helpValue: 'destination=SUBNET,gateway=IP-ADDRESS',
    }),
    'service-type': Flags.strings({description: 'Service type to remove (repeatable)', helpValue: 'SERVICE-TYPE'}),
    ...tagUnsetFlags('subnet'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SubnetUnset)
    const subnets = this.api(Known.Subnet)
    const subnet = await subnets.find(args.subnet)
    const remaining = (key: string, removed: readonly Json[] | undefined, what: string) =>
      without(subnet[key], removed, 'Subnet', what)
    await subnets.update(String(subnet.id), {
      gateway_ip: flags.gateway ? null : undefined,
      dns_nameservers: remaining('dns_nameservers', flags['dns-nameserver'], 'dns-nameserver'),
      host_routes: remaining('host_routes', asRoutes(flags['host-route']), 'host-route'),
      allocation_pools: remaining('allocation_pools', flags['allocation-pool'], 'allocation-pool'),
      service_types: remaining('service_types', flags['service-type'], 'service-type'),
      ...clearedProperties(flags),
    })
    await saveTags(subnets, subnet, flags, true)
  }
}
