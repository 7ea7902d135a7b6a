export const apiKeys = {
  title: 'API 키',
};
