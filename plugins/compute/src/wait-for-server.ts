import {type CommandContext, type JsonObject, Known, shellWord} from '@osc-cli/core'

/** Waits until a server is in one of the states `until`, or gone; the server as it is then. */
export const waitForServer = (
  command: CommandContext,
  name: string,
  id: string,
  until: readonly string[] | 'gone',
): Promise<JsonObject> =>
  command.waitUntil({
    what: `server ${name}`,
    poll: () => command.api(Known.Server).get(id),
    until,
    follow: `osc server show ${shellWord(id)}`,
  })
