import {asObject, fields, type JsonObject, ListCommand} from '@osc-cli/core'
import {loggerFlags, loggersOf} from '#log-level'
import {VolumeService} from '#volume-service'

export default class BlockStorageLogLevelList extends ListCommand {
  static override summary = 'List the log levels of Cinder processes'
  static override roles = ['admin']
  static override microversion = '3.32'
  static override calls = ['PUT /v3/os-services/get-log']
  static override seeAlso = ['block storage log level set']
  static override examples = [
    {
      command: 'osc block storage log level list --service cinder-api --log-prefix cinder.api',
      description: 'List the log levels of the API',
    },
  ]
  static override flags = loggerFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(BlockStorageLogLevelList)
    const {log_levels} = await this.api(VolumeService).send('get-log', 'PUT', '', loggersOf(flags))
    const processes = Array.isArray(log_levels) ? log_levels.map(asObject) : []
    await this.table(columns, processes.flatMap(loggers))
  }
}

const columns = fields({Binary: 'binary', Host: 'host', Prefix: 'prefix', Level: 'level'})

/** A row for each logger of a process, sorted by name. */
const loggers = ({binary, host, levels}: JsonObject): JsonObject[] =>
  Object.entries(asObject(levels))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, level]) => ({binary, host, prefix, level}))
