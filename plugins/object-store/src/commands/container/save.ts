import {Flags, OscCommand} from '@osc-cli/core'
import {Batch} from '#batch'
import {containerArg, jobsFlag} from '#flags'
import {nameOf, pages} from '#listing'
import type {Existing} from '#local-path'
import {withoutProgress} from '#put-object'
import {commandLine} from '#retry-command'
import {saver} from '#save-objects'
import {onContainer} from '#swift'

export default class ContainerSave extends OscCommand {
  static override summary = 'Download all objects in a container'
  static override description =
    'Each object is saved under its name in a folder, never outside of it. The data is verified with MD5; ' +
    'a failed download leaves no file.'
  static override roles = ['member']
  static override calls = ['GET /v1/{account}/{container}', 'GET /v1/{account}/{container}/{object}']
  static override seeAlso = ['object save', 'object create']
  static override examples = [
    {command: 'osc container save --folder restored backups', description: 'Download into a folder'},
    {command: 'osc container save --skip-existing backups', description: 'Download only missing files'},
  ]
  static override args = {container: containerArg('Container to download')}
  static override flags = {
    folder: Flags.string({
      description: 'Folder to save to (default: the current one)',
      helpValue: 'FOLDER',
      default: '.',
    }),
    ...Flags.choices({overwrite: 'Replace existing files', 'skip-existing': 'Keep existing files'}),
    jobs: jobsFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ContainerSave)
    const existing = Flags.chosen<Existing>(flags, {overwrite: 'overwrite', 'skip-existing': 'skip'}) ?? 'fail'
    const objects = pages((query) => onContainer(this, args.container, {query}), {}, true)
    const batch = new Batch(this, 'Downloading', flags.jobs)
    const saving = batch.run(objects, nameOf, saver(withoutProgress(this), args.container, flags.folder, existing))
    for await (const _ of saving);
    const retry = existing === 'fail' ? [...this.argv, '--skip-existing'] : this.argv
    batch.finish(() => commandLine(this, ['container', 'save', ...retry]))
  }
}
