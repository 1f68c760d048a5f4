import {Args, OscCommand} from '@osc-cli/core'
import {loggerFlags, loggersOf} from '#log-level'
import {VolumeService} from '#volume-service'

export default class BlockStorageLogLevelSet extends OscCommand {
  static override summary = 'Set the log level of Cinder processes'
  static override roles = ['admin']
  static override microversion = '3.32'
  static override calls = ['PUT /v3/os-services/set-log']
  static override seeAlso = ['block storage log level list']
  static override examples = [
    {
      command: 'osc block storage log level set --service cinder-volume DEBUG',
      description: 'Log details of all volume processes',
    },
  ]
  static override args = {
    level: Args.string({
      description: 'Log level',
      options: ['INFO', 'WARNING', 'ERROR', 'DEBUG'],
      required: true,
      ignoreCase: true,
    }),
  }
  static override flags = loggerFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BlockStorageLogLevelSet)
    await this.api(VolumeService).send('set-log', 'PUT', '', {level: args.level, ...loggersOf(flags)})
  }
}
