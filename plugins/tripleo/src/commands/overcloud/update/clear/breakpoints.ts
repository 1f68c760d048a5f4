import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud update clear breakpoints')
