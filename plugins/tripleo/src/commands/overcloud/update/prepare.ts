import {prepareCommand} from '#update-commands'

export default prepareCommand('update')
