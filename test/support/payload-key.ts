/** The payload key of every engine under test, and of the committed histories: it protects nothing. */
export const TEST_PAYLOAD_KEY = 'test:only-for-tests-this-key-protects-nothing-at-all';
