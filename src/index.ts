/** What the bundle of the core is made of: the program, and the SDK that it hands to plugins. */
export {refreshCompletion} from '#completion/refresh'
export {refreshNames} from '#completion/refresh-names'
export {main} from '#main'
export {loadCoreCommand} from '#plugins/core-commands'
export * from '#sdk'
