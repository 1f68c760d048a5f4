import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('tripleo container image list')
