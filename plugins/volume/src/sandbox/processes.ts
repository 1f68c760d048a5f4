import {asObject, asText, type JsonObject} from '@osc-cli/core'
import type {Call, Routes} from '@osc-cli/core/sandbox'
import {type Cinder, requireAdmin} from '#sandbox/cinder'

const LEVELS = {'cinder.volume': 'INFO', 'cinder.scheduler': 'INFO', sqlalchemy: 'WARNING'}

/** Log levels of processes, and what they clean up. */
export function processRoutes({cloud, services}: Cinder): Routes {
  const changed = cloud.store.collection('volume/log-levels')
  const select = (call: Call, keys: Readonly<Record<string, string>>) => {
    requireAdmin(call)
    return services
      .find()
      .filter((one) =>
        Object.entries(keys).every(([requested, key]) =>
          ['', '*', one[key]].includes(asText(call.body[requested]) ?? ''),
        ),
      )
  }
  /** The loggers of a process whose names begin as asked. */
  const levelsOf = ({id}: JsonObject, {body}: Call): [string, JsonObject[string]][] =>
    Object.entries({...LEVELS, ...asObject(changed.get(String(id))?.levels ?? {})}).filter(([logger]) =>
      logger.startsWith(asText(body.prefix) ?? ''),
    )
  return {
    'PUT /v3/os-services/get-log': (call) => ({
      body: {
        log_levels: select(call, LOG_FILTERS).map((one) => ({
          binary: one.binary,
          host: one.host,
          levels: Object.fromEntries(levelsOf(one, call)),
        })),
      },
    }),
    'PUT /v3/os-services/set-log': (call) => {
      for (const one of select(call, LOG_FILTERS)) {
        const id = String(one.id)
        const levels = levelsOf(one, call).map(([logger]) => [logger, asText(call.body.level) ?? ''])
        changed.put(id, {id, levels: {...asObject(changed.get(id)?.levels ?? {}), ...Object.fromEntries(levels)}})
      }
      return {status: 202}
    },
    'POST /v3/workers/cleanup': (call) => {
      const found = select(call, {host: 'host', binary: 'binary'})
      // All processes are up; without is_up those that are down are meant.
      const cleaning = call.body.is_up === true ? found : []
      const rows = cleaning.map(({binary, host}, at) => ({id: at + 1, binary, host, cluster_name: null}))
      return {status: 202, body: {cleaning: rows, unavailable: []}}
    },
  }
}

const LOG_FILTERS = {server: 'host', binary: 'binary'}
