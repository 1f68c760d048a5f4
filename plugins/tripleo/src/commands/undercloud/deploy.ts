import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('undercloud deploy')
