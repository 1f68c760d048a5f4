import {pathSegment} from '@osc-cli/core'

/** A path such as `/groups/ID/users/ID` from its parts, each escaped. */
export const pathOf = (...parts: string[]): string => parts.map((part) => `/${pathSegment(part)}`).join('')
