import {type CommandContext, OscError, type Session} from '@osc-cli/core'

/** The session for healing, which needs the services of a catalog; OscError where there is none. */
export async function healingSession(context: Pick<CommandContext, 'session'>): Promise<Session> {
  const session = await context.session()
  const {catalog} = await session.access()
  if (catalog.length > 0) return session
  throw new OscError('Healing needs a cloud with Keystone: stacks, queues and alarms are found in its catalog.', {
    hint: 'Use the credentials of a cloud instead of --os-auth-type none.',
  })
}
