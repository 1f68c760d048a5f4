import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud node extract provisioned')
