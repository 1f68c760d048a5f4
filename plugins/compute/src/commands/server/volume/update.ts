import ServerVolumeSet from '#commands/server/volume/set'

export default class ServerVolumeUpdate extends ServerVolumeSet {
  static override summary = 'Deprecated: change the attachment of a volume'
  static override description = 'Use `server volume set`.'
  static override seeAlso = ['server volume set']
  static override examples = [
    {
      command: 'osc server volume update --preserve-on-termination web data',
      description: 'Keep a volume when the server is deleted',
    },
  ]
}
