export {default} from '@osc-cli/core/help'
