import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud export ceph')
