import {fileURLToPath} from 'node:url'

/** The folder of the starter plan: a small cloud with the roles Controller, Compute and Storage. */
export const starterFolder = fileURLToPath(new URL('../templates', import.meta.url))

/** The folder of its roles. */
export const starterRoles = fileURLToPath(new URL('../templates/roles', import.meta.url))
