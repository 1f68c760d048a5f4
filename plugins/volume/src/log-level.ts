import {Flags, type JsonObject} from '@osc-cli/core'

const SERVICES = ['*', 'cinder-api', 'cinder-volume', 'cinder-scheduler', 'cinder-backup'] as const

/** Which processes and loggers a command is about; read with `loggersOf`. */
export const loggerFlags = {
  host: Flags.string({description: 'Host of the processes (default: all hosts)', helpValue: 'HOST'}),
  service: Flags.option({description: 'Kind of process (default: *, all of them)', options: SERVICES})(),
  'log-prefix': Flags.string({description: 'Beginning of the names of loggers: sqlalchemy', helpValue: 'PREFIX'}),
}

interface LoggerFlags {
  host?: string | undefined
  service?: string | undefined
  'log-prefix'?: string | undefined
}

/** The body of the options; Cinder wants text for the kind of process. */
export const loggersOf = (flags: LoggerFlags): JsonObject => ({
  binary: flags.service ?? '',
  server: flags.host ?? null,
  prefix: flags['log-prefix'] ?? null,
})
