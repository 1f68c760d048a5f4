import {Args, ConflictError, Flags, HttpError, OscCommand, shellWord} from '@osc-cli/core'
import {deleteObjects} from '#delete-objects'
import {onContainer} from '#swift'

export default class ContainerDelete extends OscCommand {
  static override summary = 'Delete containers'
  static override description = 'Only an empty container can be deleted, unless --recursive is given.'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{account}/{container}',
    'DELETE /v1/{account}/{container}/{object}',
    'DELETE /v1/{account}/{container}',
  ]
  static override examples = [
    {command: 'osc container delete backups', description: 'Delete an empty container'},
    {command: 'osc container delete --recursive backups', description: 'Delete a container with all its objects'},
  ]
  static override args = {
    containers: Args.string({description: 'Containers to delete (names)', required: true, multiple: true}),
  }
  static override flags = {
    recursive: Flags.boolean({char: 'r', description: 'Delete the objects in the containers first'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ContainerDelete)
    await this.eachInOrder(args.containers, async (container) => {
      if (flags.recursive) await deleteObjects(this, container)
      try {
        await onContainer(this, container, {method: 'DELETE'})
      } catch (error) {
        throw HttpError.is(error, 409) ? notEmpty(container, error) : error
      }
    })
  }
}

/** For a conflict, for which Swift does not give the reason. */
const notEmpty = (container: string, cause: unknown): ConflictError =>
  new ConflictError(`Container '${container}' still has objects.`, {
    hint: `Delete them as well with --recursive, or list them with: osc object list ${shellWord(container)}`,
    cause,
  })
