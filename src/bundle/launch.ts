/** What the launcher needs before it reads the core. */
export {codeFolder} from '#files/code-folder'
export {cacheDirOf} from '#process'
