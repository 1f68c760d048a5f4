/** What the bundle of the core is made of: the program, the SDK that it hands to plugins, and what it starts itself again for. */
export {main} from '#main'
export {loadAll} from '#plugins/check-loads'
export {loadCoreCommand} from '#plugins/core-commands'
export * from '#sdk'
