import {OscError} from '#errors'
import {TooLargeError} from '#files/read-limited'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'disk quota exceeded',
  EEXIST: 'another file has this name',
  EIO: 'input/output error',
  EISDIR: 'it is a directory',
  ELOOP: 'too many levels of symbolic links',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'no such file or directory',
  ENOSPC: 'no space left on the device',
  ENXIO: 'it is a socket, or a pipe that no program reads',
  ENOTDIR: 'a part of the path is not a directory',
  OSC_NOT_REGULAR: 'it is not a regular file',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
}

const DONE: Readonly<Record<string, string>> = {
  copyfile: 'copied',
  cp: 'copied',
  link: 'created',
  mkdir: 'created',
  open: 'opened',
  read: 'read',
  rename: 'renamed',
  rm: 'removed',
  rmdir: 'removed',
  scandir: 'read',
  symlink: 'created',
  unlink: 'removed',
  write: 'written',
}

/** Why a file cannot be read, written or moved: `permission denied`. */
export function fileReason(error: unknown): string {
  if (error instanceof TooLargeError) return error.message
  const {code = ''} = systemError(error) ?? {}
  return REASONS[code] ?? (code || (error instanceof Error ? error.message : String(error)))
}

/**
 * What the operating system refuses about a file, as an error of osc; undefined where it is another error.
 * `folders` says which variable names the folder of a path.
 */
export function asFileError(error: unknown, folders: Readonly<Record<string, string>>): OscError | undefined {
  const {code = '', syscall = '', path = ''} = systemError(error) ?? {}
  const done = DONE[syscall]
  if (done === undefined || REASONS[code] === undefined) return undefined
  const [variable] =
    Object.entries(folders).find(([, folder]) => `${path}/`.startsWith(`${folder}/`) || isAbove(path, folder)) ?? []
  return new OscError(`${path || 'A file'} cannot be ${done}: ${fileReason(error)}.`, {
    code: 'File',
    hint: variable ? `Set ${variable} to use another folder.` : undefined,
    facts: {path: path || undefined},
    cause: error,
  })
}

/** Folders are made from above. */
const isAbove = (path: string, folder: string): boolean => path !== '' && folder.startsWith(`${path}/`)

/** What Node reports of an error of the operating system; nothing of another one. */
const systemError = (error: unknown): NodeJS.ErrnoException | undefined => (error instanceof Error ? error : undefined)
