import type {SandboxService} from '#sandbox/service'

/** Whether a service of the sandbox is in the catalog. One without an endpoint only has an `api` for other services. */
export const inCatalog = ({endpoint}: SandboxService): boolean => endpoint !== undefined
