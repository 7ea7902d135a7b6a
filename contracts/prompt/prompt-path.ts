/** Folder of companies' own prompts below the prompt folder of each node. */
export const OWN_PROMPTS = 'u';

/**
 * Path of a company's file: by its content, so that replacing or deleting a prompt never touches what a call is playing.
 * Takes the SHA-256 of the WAV file in hex.
 */
export const ownPromptPath = (sha256: string): string => `${OWN_PROMPTS}/${sha256.slice(0, 32)}.wav`;

const OWN = /^u\/[0-9a-f]{32}\.wav$/;

/** True for the path of a company's own file. */
export const isOwnPromptPath = (path: string): boolean => OWN.test(path);
