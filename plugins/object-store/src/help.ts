import type {PluginHelp} from '@osc-cli/core'

export default {
  about: 'Swift stores files of any size as objects in containers.',
  session: [
    {command: 'osc container create backups', description: 'Create a container'},
    {command: 'osc object create backups db.sql', description: 'Upload a file'},
    {command: 'osc object list --long backups', description: 'List the objects with their size and checksum'},
    {command: 'osc object save --file copy.sql backups db.sql', description: 'Download an object'},
    {command: 'osc container save --folder restored backups', description: 'Download everything in the container'},
    {command: 'osc container delete --recursive backups', description: 'Delete the container with its objects'},
  ],
  related: ['image', 'orchestration'],
  nouns: {
    container: {
      about: 'A named set of objects, with its own access rules. Containers cannot contain containers.',
      verbs: ['list', 'create', 'show', 'save', 'delete'],
    },
    object: {
      about: 'The content of a file with a name, a checksum and properties. Names can contain slashes, like paths.',
      verbs: ['list', 'create', 'save', 'show', 'tempurl', 'delete'],
    },
    'object store account': {about: 'All containers of a project, with their total size.'},
  },
  remedies: [
    {
      // Of the local file, whose name may have blanks: there is nothing to look up in the cloud.
      when: {code: 'Conflict', command: 'object save'},
      cause: 'A file or folder with this name exists on this machine.',
      next: [],
    },
    {
      when: {code: 'Http413', command: 'object create'},
      cause: 'The file exceeds the maximum size of an object (5 GiB by default) or a quota.',
      fix: 'Upload it in segments with --segment-size 1G, or delete objects that you do not need.',
      next: [],
    },
  ],
} satisfies PluginHelp
