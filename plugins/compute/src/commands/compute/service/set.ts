import {
  AmbiguousError,
  Args,
  Flags,
  isEmpty,
  type JsonObject,
  NotFoundError,
  OscCommand,
  UsageError,
} from '@osc-cli/core'
import {ComputeService} from '#compute-service'

export default class ComputeServiceSet extends OscCommand {
  static override summary = 'Enable, disable or force down a compute service'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/os-services',
    'PUT /v2.1/os-services/{id}',
    'PUT /v2.1/os-services/enable',
    'PUT /v2.1/os-services/disable',
    'PUT /v2.1/os-services/disable-log-reason',
    'PUT /v2.1/os-services/force-down',
  ]
  static override needs = {up: {microversion: '2.11'}, down: {microversion: '2.11'}}
  static override seeAlso = ['compute service list']
  static override examples = [
    {
      command: 'osc compute service set --disable --disable-reason maintenance compute-1 nova-compute',
      description: 'Do not schedule more servers on a host',
    },
  ]
  static override args = {
    host: Args.string({description: 'Host of the service', required: true}),
    service: Args.string({description: 'Binary of the service, such as nova-compute', required: true}),
  }
  static override flags = {
    ...Flags.choices({enable: 'Enable the service', disable: 'Disable the service'}),
    'disable-reason': Flags.string({description: 'Reason for disabling the service', helpValue: 'TEXT'}),
    ...Flags.choices({up: 'Stop forcing the service down', down: 'Force the service down'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ComputeServiceSet)
    const reason = flags['disable-reason']
    if (reason && !flags.disable)
      throw new UsageError('Option --disable-reason also requires --disable.', {hint: 'Add --disable.'})
    const status = Flags.chosen(flags, {enable: 'enabled', disable: 'disabled'})
    const forced = Flags.chosen(flags, {up: false, down: true})
    const services = this.api(ComputeService)
    if (!(await services.microversion()).atLeast('2.53')) return await this.setByHost(args, {status, reason, forced})
    const id = await this.idOf(args.host, args.service)
    // Nova wraps the service in its answer, but not in the request.
    const put = async (body: JsonObject) => isEmpty(body) || (await services.send(id, 'PUT', '', body))
    await put({status, disabled_reason: reason || undefined})
    await put({forced_down: forced})
  }

  private async idOf(host: string, binary: string): Promise<string> {
    const [first, second] = await Array.fromAsync(this.api(ComputeService).list({host, binary}))
    if (second) throw new AmbiguousError(`Host ${host} has several services ${binary}.`)
    if (first) return String(first.id)
    throw new NotFoundError(`Host ${host} has no service ${binary}.`, {
      hint: 'List them with: osc compute service list',
    })
  }

  /** Before 2.53 services have no ID: they are named by host and binary. */
  private async setByHost(
    {host, service}: {host: string; service: string},
    {status, reason, forced}: {status: string | undefined; reason: string | undefined; forced: boolean | undefined},
  ): Promise<void> {
    const services = this.api(ComputeService)
    const put = (action: string, body: JsonObject) => services.send(action, 'PUT', '', {host, binary: service, ...body})
    if (status === 'enabled') await put('enable', {})
    if (status === 'disabled' && reason) await put('disable-log-reason', {disabled_reason: reason})
    if (status === 'disabled' && !reason) await put('disable', {})
    if (forced !== undefined) await put('force-down', {forced_down: forced})
  }
}
