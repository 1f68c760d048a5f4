import {type CommandContext, type JsonObject, Known, shellWord} from '@osc-cli/core'
import {faultOf} from '#fault'

/**
 * Waits until a server is in one of the states `until`, or gone; the server as it is then. `requested` is what limits the hosts
 * besides the flavor, for the message when no host fits.
 */
export const waitForServer = (
  command: CommandContext,
  name: string,
  id: string,
  until: readonly string[] | 'gone',
  {doing, requested = []}: {doing?: string; requested?: readonly string[]} = {},
): Promise<JsonObject> =>
  command.waitUntil({
    what: `server ${name}`,
    poll: async () => {
      const server = await command.api(Known.Server).get(id)
      return until === 'gone' ? withDeletion(server) : server
    },
    until,
    reason: (server) => faultOf(server, requested),
    doing,
    follow: `osc server show ${shellWord(id)}`,
    stop: doing === 'created' ? `osc server delete ${shellWord(id)}` : undefined,
  })

/** A server that had failed before stays in ERROR while it is being deleted. */
const withDeletion = (server: JsonObject): JsonObject =>
  server['OS-EXT-STS:task_state'] === 'deleting' ? {...server, status: 'DELETING'} : server
