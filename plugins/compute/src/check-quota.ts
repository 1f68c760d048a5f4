import {asObject, type CommandContext, isFailure, type JsonObject, OscError} from '@osc-cli/core'

/** What servers need of a project's quota, as Nova calls its limits and what is used of them. */
const RESOURCES = [
  {name: 'instances', limit: 'maxTotalInstances', used: 'totalInstancesUsed', each: () => 1},
  {name: 'cores', limit: 'maxTotalCores', used: 'totalCoresUsed', each: ({vcpus}: JsonObject) => Number(vcpus)},
  {name: 'ram', limit: 'maxTotalRAMSize', used: 'totalRAMUsed', each: ({ram}: JsonObject) => Number(ram)},
] as const

/** Seconds that a server's creation may be held up by the check. */
const PATIENCE = 2

/** The project's limits and their usage; empty if they cannot be read for any reason, because Nova checks the quota itself. */
export async function readLimits(command: CommandContext): Promise<JsonObject> {
  const session = await command.session()
  try {
    const {limits} = await session.get('compute', '/limits', {}, {patience: PATIENCE})
    return asObject(asObject(limits).absolute)
  } catch (error) {
    if (!isFailure(error)) throw error
    return {}
  }
}

/** OscError where so many servers of a flavor exceed the quota, with all resources that lack room. */
export function checkQuota(limits: JsonObject, flavor: JsonObject, count: number): void {
  const short = RESOURCES.flatMap(({name, limit: limitKey, used: usedKey, each}) => {
    const [limit, used, needed] = [Number(limits[limitKey] ?? -1), Number(limits[usedKey] ?? 0), count * each(flavor)]
    return limit >= 0 && used + needed > limit ? [`${name}: needed ${needed}, used ${used}, limit ${limit}`] : []
  })
  if (short.length === 0) return
  const servers = count === 1 ? 'A server' : `${count} servers`
  throw new OscError(`${servers} of flavor ${flavor.name} would exceed the project's quota. ${short.join('; ')}.`, {
    code: 'QuotaExceeded',
    hint: 'Choose a smaller flavor or delete servers. Show the quota with: osc quota show',
    facts: {shortages: short.join('; ')},
  })
}
