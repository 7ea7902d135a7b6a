export default {
  files: ['**/*.test.ts', '!node_modules/**'],
  extensions: ['ts'],
  workerThreads: false,
  concurrency: 2,
  timeout: '60s',
};
