import {pathSegment} from '@osc-cli/core'

/** `/groups/ID/users/ID` of its parts, each escaped. */
export const pathOf = (...parts: string[]): string => parts.map((part) => `/${pathSegment(part)}`).join('')
