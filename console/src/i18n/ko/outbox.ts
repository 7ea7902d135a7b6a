export const outbox = {
  title: '발신 메일',
};
