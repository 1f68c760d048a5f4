import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud network extract')
