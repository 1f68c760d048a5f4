import {asArray, asObject, asText, type CommandContext, type JsonObject, Known} from '@osc-cli/core'
import {type Part, SERVER} from '#state/parts'

/** A server of a deployment. */
export interface DeployedServer {
  role: string
  number: number
  id: string
  /** The server in Nova; empty where Nova does not have it. */
  server: JsonObject
}

/** The servers of a stack by role and number, with what Nova knows of them. */
export async function serversOf({api}: Pick<CommandContext, 'api'>, parts: readonly Part[]): Promise<DeployedServer[]> {
  const found = parts.flatMap(({type, path, id}) => {
    const [role, number] = path
    return type === SERVER && role !== undefined && /^\d+$/.test(number ?? '') && id !== undefined
      ? [{role, number: Number(number), id}]
      : []
  })
  if (found.length === 0) return []
  const servers = new Map<string, JsonObject>()
  for await (const server of api(Known.Server).list()) servers.set(String(server.id), server)
  return found
    .map((one) => ({...one, server: servers.get(one.id) ?? {}}))
    .sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : a.number - b.number))
}

/** Addresses of a server, in the order of its networks. */
export const addressesOf = ({addresses}: JsonObject): string[] =>
  Object.values(asObject(addresses)).flatMap((network) =>
    asArray(network).map((address) => asText(asObject(address).addr) ?? ''),
  )
