import type {Microversions} from '@osc-cli/core/sandbox'

/** What this Nova understands. */
export const MICROVERSIONS: Microversions = {service: 'compute', lowest: '2.1', highest: '2.100'}
