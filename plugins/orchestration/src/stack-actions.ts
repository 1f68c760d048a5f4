/** How an action on a stack is named in messages. */
interface ActionTexts {
  /** Completes "Stack web ...". */
  failed: string
  /** Completes "Stack web is still ...". */
  running: string
  /** The command that stops it, where there is one. */
  stop?: string
}

const ACTIONS: Readonly<Record<string, ActionTexts>> = {
  CREATE: {failed: 'failed to create', running: 'being created', stop: 'stack cancel --no-rollback'},
  UPDATE: {failed: 'failed to update', running: 'being updated', stop: 'stack cancel'},
  DELETE: {failed: 'failed to delete', running: 'being deleted'},
  SUSPEND: {failed: 'failed to suspend', running: 'being suspended'},
  RESUME: {failed: 'failed to resume', running: 'being resumed'},
  CHECK: {failed: 'failed its check', running: 'being checked'},
  ADOPT: {failed: 'could not be adopted', running: 'being adopted'},
  ROLLBACK: {failed: 'failed to roll back', running: 'being rolled back'},
}

/** The texts for an action or a status that begins with one: CREATE, CREATE_FAILED. */
export function actionTexts(action: string | undefined): ActionTexts {
  const name = action?.split('_')[0] ?? ''
  return (Object.hasOwn(ACTIONS, name) && ACTIONS[name]) || {failed: 'failed', running: 'being changed'}
}
