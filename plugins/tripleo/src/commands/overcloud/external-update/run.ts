import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud external-update run')
