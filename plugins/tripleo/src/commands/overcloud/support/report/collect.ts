import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud support report collect')
