import {convergeCommand} from '#update-commands'

export default convergeCommand('upgrade')
