import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

// Imports go one way; each folder may import the folders to its left (and itself). Peers in one
// rank do not import each other.
const ranks = [
  ['model'],
  ['lib'],
  ['config'],
  ['sources', 'analysis', 'store'],
  ['intake', 'desk', 'export', 'picture'],
  ['bot', 'jobs', 'ops'],
  ['cli'],
]

const forbiddenFor = (folder) => {
  const rank = ranks.findIndex((names) => names.includes(folder))
  const right = ranks
    .slice(rank)
    .flat()
    .filter((name) => name !== folder)
  // Commands stand to the right of the composition root; the entry points stand to the right of all.
  const roots = folder === 'cli' ? [] : ['**/app/**', '**/daemon.ts', '**/daemon/**']
  return [...right.map((name) => `**/${name}/**`), ...roots, '**/cli.ts']
}

const direction = ranks.flat().map((folder) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: forbiddenFor(folder),
            message: `src/${folder} may not import this folder: imports go one way (see README, Layout).`,
          },
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'outbox/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
  // A post, a page or an answer must not be able to hold the event loop in a backtracking pattern.
  {
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'AbortSignal',
          property: 'any',
          message:
            'On Node 20 it leaves something on a long-lived signal each time: use limitSignal.',
        },
      ],
    },
  },
  ...direction,
)
