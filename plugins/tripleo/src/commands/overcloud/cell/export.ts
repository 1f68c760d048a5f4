import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud cell export')
