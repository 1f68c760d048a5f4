import {resolve} from 'node:path'
import {Flags, OscCommand} from '@osc-cli/core'
import {containerArg, objectArg} from '#flags'
import {getObject} from '#get-object'
import {placeAt} from '#local-path'
import {saver} from '#save-objects'
import {objectName} from '#swift'

export default class ObjectSave extends OscCommand {
  static override summary = 'Download an object'
  static override description =
    'The data is verified with MD5. An interrupted download continues where it stopped; a failed one leaves no file. ' +
    'Without --file, the object is saved under its name in the current folder.'
  static override roles = ['member']
  static override calls = ['GET /v1/{account}/{container}/{object}']
  static override seeAlso = ['container save', 'object show']
  static override examples = [
    {command: 'osc object save backups db.sql', description: 'Save an object under its own name'},
    {command: 'osc object save --file - backups db.sql | head', description: 'Write an object to standard output'},
  ]
  static override args = {container: containerArg('Container of the object'), object: objectArg('Object to download')}
  static override flags = {
    file: Flags.string({
      description: 'File to create (default: the name of the object); - for standard output',
      helpValue: 'FILE',
    }),
    overwrite: Flags.boolean({description: 'Replace an existing file'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ObjectSave)
    const {container} = args
    const name = objectName(args.object)
    const {cwd} = this.runtime
    if (flags.file) {
      if (flags.file !== '-') placeAt(resolve(cwd, flags.file), flags.file, flags.overwrite)
      await getObject(this, container, name, flags.file)
      return
    }
    const save = saver(this, container, '.', flags.overwrite ? 'overwrite' : 'fail')
    await save({name})
  }
}
