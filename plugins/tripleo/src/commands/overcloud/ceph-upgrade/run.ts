import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud ceph-upgrade run')
