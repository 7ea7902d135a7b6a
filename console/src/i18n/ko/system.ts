export const system = {
  title: '시스템',
};
