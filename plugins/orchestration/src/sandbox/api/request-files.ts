import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {type Call, notImplemented, type SandboxCloud} from '@osc-cli/core/sandbox'
import {invalidRequest, notFoundHere} from '#sandbox/failures'

/** What Heat asks of the sandbox's Swift. */
interface ObjectStore {
  filesIn(projectId: string, container: string): {files: JsonObject; bytes: number} | undefined
}

/** Heat's default of max_json_body_size. */
const LARGEST = 2 ** 20

/** The files of a request: those in its `files_container`, which is in the project of the caller, and its own on top. */
export function requestFiles({body, caller}: Call, cloud: SandboxCloud): JsonObject {
  const own = asObject(body.files)
  const container = asText(body.files_container) ?? ''
  if (container === '') return own
  const swift = cloud.service('object-store')?.api as ObjectStore | undefined
  if (!swift) throw notImplemented('files_container')
  const found = swift.filesIn(caller.projectId ?? '', container)
  if (!found)
    throw notFoundHere(
      `Could not fetch files from container ${container}, reason: Container GET failed: 404 Not Found.`,
    )
  if (found.bytes > LARGEST)
    throw invalidRequest(
      `Total size of files to download (${found.bytes} bytes) exceeds maximum allowed (${LARGEST} bytes).`,
    )
  return {...found.files, ...own}
}
