import {OscCommand} from '@osc-cli/core'
import {containerArg} from '#flags'
import {removingHeaders, unsetFlags} from '#properties'
import {onContainer} from '#swift'

export default class ContainerUnset extends OscCommand {
  static override summary = 'Remove properties from a container'
  static override roles = ['member']
  static override calls = ['POST /v1/{account}/{container}']
  static override seeAlso = ['container set', 'container show']
  static override examples = [
    {command: 'osc container unset --property owner backups', description: 'Remove a property'},
  ]
  static override args = {container: containerArg('Container to change')}
  static override flags = unsetFlags('container')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ContainerUnset)
    const headers = removingHeaders('container', flags.property)
    await onContainer(this, args.container, {method: 'POST', headers})
  }
}
