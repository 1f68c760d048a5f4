import {Flags, OscCommand} from '@osc-cli/core'
import {containerArg, objectArg} from '#flags'
import {changeObject} from '#object-metadata'
import {setFlags, settingHeaders} from '#properties'

export default class ObjectSet extends OscCommand {
  static override summary = 'Set properties of an object'
  static override description = 'Other properties are kept.'
  static override roles = ['member']
  static override calls = ['HEAD /v1/{account}/{container}/{object}', 'POST /v1/{account}/{container}/{object}']
  static override seeAlso = ['object unset', 'object show']
  static override examples = [
    {command: 'osc object set --property reviewed=yes backups db.sql', description: 'Set a property'},
  ]
  static override args = {container: containerArg('Container of the object'), object: objectArg('Object to change')}
  static override flags = setFlags('object')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ObjectSet)
    const properties = Flags.toObject(flags.property) ?? {}
    await changeObject(this, args, Object.keys(properties), settingHeaders('object', properties))
  }
}
