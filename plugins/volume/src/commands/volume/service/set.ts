import {Args, Flags, NotFoundError, OscCommand, UsageError} from '@osc-cli/core'
import {VolumeService} from '#volume-service'

export default class VolumeServiceSet extends OscCommand {
  static override summary = 'Enable or disable a process of Cinder'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/os-services',
    'PUT /v3/os-services/enable',
    'PUT /v3/os-services/disable',
    'PUT /v3/os-services/disable-log-reason',
  ]
  static override seeAlso = ['volume service list']
  static override examples = [
    {
      command: 'osc volume service set --disable --disable-reason maintenance node1@lvm cinder-volume',
      description: 'Create no more volumes on a host',
    },
  ]
  static override args = {
    host: Args.string({description: 'Host: HOST or HOST@BACKEND', required: true}),
    service: Args.string({description: 'Kind of process: cinder-volume', required: true}),
  }
  static override flags = {
    ...Flags.choices({enable: 'Enable the process', disable: 'Disable the process'}),
    'disable-reason': Flags.string({description: 'Reason (requires --disable)', helpValue: 'REASON'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeServiceSet)
    const reason = flags['disable-reason']
    if (reason && !flags.disable) throw new UsageError('Option --disable-reason also requires --disable.')
    await this.check(args.host, args.service)
    const body = {binary: args.service, host: args.host}
    const put = (action: string, more = {}) => this.api(VolumeService).send(action, 'PUT', '', {...body, ...more})
    if (flags.enable) await put('enable')
    if (flags.disable && reason) await put('disable-log-reason', {disabled_reason: reason})
    else if (flags.disable) await put('disable')
  }

  private async check(host: string, binary: string): Promise<void> {
    for await (const service of this.api(VolumeService).list({host}))
      if (service.host === host && service.binary === binary) return
    throw new NotFoundError(`No volume service ${binary} exists on host '${host}'.`, {
      hint: 'List them with: osc volume service list',
    })
  }
}
