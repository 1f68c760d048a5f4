import {unavailableCommand} from '#unavailable-command'

export default unavailableCommand('overcloud container image build')
