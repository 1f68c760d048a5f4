import {asArray, asObject, asText, type CommandContext, NotFoundError, OscError} from '@osc-cli/core'
import {Batch} from '#batch'
import {nameOf, pages} from '#listing'
import {commandLine} from '#retry-command'
import {onContainer, onObject, type WithSession} from '#swift'

/** Deletes all objects in a container, eight at a time. */
export async function deleteObjects(command: CommandContext, container: string): Promise<void> {
  const rows = pages((query) => onContainer(command, container, {query}), {}, true)
  const batch = new Batch(command, 'Deleting', 8)
  const deletion = batch.run(rows, nameOf, async (row) => {
    try {
      await onObject(command, container, nameOf(row), {method: 'DELETE'})
    } catch (error) {
      // Lists may still have objects that are already deleted.
      if (!(error instanceof NotFoundError)) throw error
    }
  })
  for await (const _ of deletion);
  batch.finish(() => commandLine(command, ['container', 'delete', '--recursive', container]))
}

/** Deletes an object, and the segments if it is a static large object. */
export async function deleteWithSegments(command: WithSession, container: string, name: string): Promise<void> {
  const {headers} = await onObject(command, container, name, {method: 'HEAD'})
  const isLarge = headers['x-static-large-object']?.toLowerCase() === 'true'
  const query = isLarge ? {'multipart-manifest': 'delete'} : {}
  const answer = await onObject(command, container, name, {method: 'DELETE', query})
  if (!isLarge) return
  // The status of this response is always 200; its body has the outcome.
  const outcome = asObject(await answer.json())
  if (asText(outcome['Response Status'])?.startsWith('200')) return
  const [first] = asArray(outcome.Errors).map((error) => asArray(error).map(asText).join(': '))
  throw new OscError(`Object ${name} was not deleted completely: ${first ?? outcome['Response Status']}.`, {
    hint: 'Run the command again: segments that are already deleted are skipped.',
  })
}
