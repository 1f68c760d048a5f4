import type {PluginHelp} from '@osc-cli/core'

export default {
  about: 'Glance stores the images that servers boot from.',
  session: [
    {command: 'osc image list', description: 'List the images that you can use'},
    {command: 'osc image create --disk-format qcow2 --file cirros.img cirros', description: 'Upload an image'},
    {command: 'osc image set --property os_distro=cirros cirros', description: 'Describe it for the scheduler'},
    {command: 'osc image add project cirros demo', description: 'Share it with another project'},
    {command: 'osc image save --file copy.img cirros', description: 'Download its data'},
  ],
  related: ['compute', 'volume'],
  nouns: {
    image: {
      about: 'A disk image that servers boot from, with properties that describe it.',
      verbs: ['list', 'show', 'create', 'set', 'delete', 'save'],
      states: [
        {
          state: 'queued',
          about: 'Created, but the data has not been uploaded.',
          verbs: ['delete', 'import', 'set', 'show', 'stage'],
        },
        {state: 'saving', about: 'The data is being uploaded.', verbs: ['show']},
        {state: 'uploading', about: 'The data is staged and not imported yet.', verbs: ['delete', 'import', 'show']},
        {state: 'importing', about: 'The staged data is being imported.', verbs: ['show']},
        {state: 'active', about: 'Servers can boot from the image.', verbs: ['delete', 'save', 'set', 'show', 'unset']},
        {
          state: 'deactivated',
          about: 'Only administrators can download the data.',
          verbs: ['delete', 'set', 'show', 'unset'],
        },
        {state: 'killed', about: 'The upload failed.', verbs: ['delete', 'show']},
        {state: 'pending_delete', about: 'The image is being deleted.', verbs: ['show']},
      ],
      lines: {
        // By default, only staged data is imported.
        import: {when: {status: '^uploading$'}},
        // A slash would be that of a folder.
        save: {line: 'image save --file {name}.{disk_format} {name}', when: {name: '^[^/]+$'}},
        // Which file, only the caller knows.
        stage: {line: 'image stage --file {file} {name}'},
      },
    },
    'image member': {
      about: 'A project with which an image is shared. The project can use the image after accepting it.',
      states: [
        {
          state: 'pending',
          about: "Not accepted yet: the image is not in the project's list.",
          verbs: ['get', 'list'],
        },
        {state: 'accepted', about: 'The project lists and uses the image.', verbs: ['get', 'list']},
        {state: 'rejected', about: "Rejected: the image is not in the project's list.", verbs: ['get', 'list']},
      ],
    },
    'image task': {about: 'Work that the image service does in the background, such as an import.'},
    'image stores': {about: 'The storage backends that hold the data of images.'},
    'cached image': {about: 'A copy of image data in the local cache of the API server.'},
  },
  remedies: [
    {
      when: {code: 'Http400', command: 'image import', message: 'does not pass filtering'},
      cause: 'This cloud downloads images only from allowed hosts and ports (by default: ports 80 and 443).',
      fix: 'Use another URL, or download the file and upload it with: {program} image stage --file FILE {name}',
      next: ['{program} image import info'],
    },
    {
      when: {code: 'Wait', command: 'image import', message: 'state failure'},
      cause: 'The import failed in the image service. With web-download, it often cannot read the URL.',
      fix: 'Check that the URL works from the network of the image service, then import again: the image is still queued.',
      next: ['{program} image show {name}'],
    },
  ],
} satisfies PluginHelp
