import {OscCommand} from '@osc-cli/core'
import {containerArg, objectArg} from '#flags'
import {changeObject} from '#object-metadata'
import {unsetFlags} from '#properties'

export default class ObjectUnset extends OscCommand {
  static override summary = 'Remove properties from an object'
  static override description = 'Other properties are kept.'
  static override roles = ['member']
  static override calls = ['HEAD /v1/{account}/{container}/{object}', 'POST /v1/{account}/{container}/{object}']
  static override seeAlso = ['object set', 'object show']
  static override examples = [
    {command: 'osc object unset --property reviewed backups db.sql', description: 'Remove a property'},
  ]
  static override args = {container: containerArg('Container of the object'), object: objectArg('Object to change')}
  static override flags = unsetFlags('object')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ObjectUnset)
    await changeObject(this, args, flags.property)
  }
}
