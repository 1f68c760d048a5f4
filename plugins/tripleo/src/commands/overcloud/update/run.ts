import {runCommand} from '#update-commands'

export default runCommand('update')
