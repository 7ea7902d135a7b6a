export { Account, a1Hash } from './account.ts';
export {
  type AccountLookup,
  type DirectoryRequest,
  directoryAnswer,
  NOT_FOUND,
  parseDirectoryRequest,
} from './directory-answer.ts';
export {
  createDirectoryServer,
  type DirectoryServer,
  type DirectoryServerOptions,
} from './directory-server.ts';
