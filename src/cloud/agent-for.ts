import type {Agent} from 'node:http'
import type {Runtime} from '#runtime'

/**
 * The agent for a connection that a session does not make, such as a websocket, with the proxy and the TLS settings of the
 * cloud. Undefined where a proxy reads plain HTTP requests, which such a connection is not.
 */
export async function agentFor(
  {config, env, signal, trace}: Pick<Runtime, 'config' | 'env' | 'signal' | 'trace'>,
  url: URL,
): Promise<Agent | undefined> {
  // Plugins import this with everything else, and few commands need it.
  const [{makeAgents}, {transportOptions}] = await Promise.all([import('#cloud/http/agents'), import('#cloud/open')])
  const options = transportOptions(await config(), {env, signal, trace: await trace(), userAgent: ''})
  const {agent, forwarded} = makeAgents(options).route(url)
  return forwarded ? undefined : agent
}
