import {Args, Flags, OscCommand} from '@osc-cli/core'
import {deleteWithSegments} from '#delete-objects'
import {containerArg} from '#flags'
import {objectName, onObject} from '#swift'

export default class ObjectDelete extends OscCommand {
  static override summary = 'Delete objects'
  static override roles = ['member']
  static override calls = ['HEAD /v1/{account}/{container}/{object}', 'DELETE /v1/{account}/{container}/{object}']
  static override seeAlso = ['container delete']
  static override examples = [
    {command: 'osc object delete backups db.sql', description: 'Delete an object'},
    {command: 'osc object delete --segments backups disk.img', description: 'Delete a large object with its segments'},
  ]
  static override args = {
    container: containerArg('Container of the objects'),
    objects: Args.string({description: 'Objects to delete (names)', required: true, multiple: true}),
  }
  static override flags = {
    segments: Flags.boolean({description: 'Also delete the segments of static large objects'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ObjectDelete)
    await this.each(args.objects, async (word) => {
      const name = objectName(word)
      if (flags.segments) await deleteWithSegments(this, args.container, name)
      else await onObject(this, args.container, name, {method: 'DELETE'})
    })
  }
}
