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
          about: 'The image exists, its data does not.',
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
    },
    'image member': {
      about: 'A project that an image is shared with. It uses the image once it accepts it.',
      states: [
        {
          state: 'pending',
          about: 'The project has not answered; the image is not in its list.',
          verbs: ['get', 'list'],
        },
        {state: 'accepted', about: 'The project lists and uses the image.', verbs: ['get', 'list']},
        {state: 'rejected', about: 'The project refused; the image is not in its list.', verbs: ['get', 'list']},
      ],
    },
    'image task': {about: 'Work that the image service does in the background, such as an import.'},
    'image stores': {about: 'The storage backends that hold the data of images.'},
    'cached image': {about: 'A copy of the data of an image that the API server keeps close.'},
  },
} satisfies PluginHelp
