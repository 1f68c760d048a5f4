import {Flags, OscCommand} from '@osc-cli/core'
import {containerArg} from '#flags'
import {setFlags, settingHeaders} from '#properties'
import {onContainer} from '#swift'

export default class ContainerSet extends OscCommand {
  static override summary = 'Set properties of a container'
  static override roles = ['member']
  static override calls = ['POST /v1/{account}/{container}']
  static override seeAlso = ['container unset', 'container show']
  static override examples = [
    {command: 'osc container set --property owner=web backups', description: 'Set a property'},
  ]
  static override args = {container: containerArg('Container to change')}
  static override flags = setFlags('container')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ContainerSet)
    const headers = settingHeaders('container', Flags.toObject(flags.property) ?? {})
    await onContainer(this, args.container, {method: 'POST', headers})
  }
}
