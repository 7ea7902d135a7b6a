export const audit = {
  title: '감사 기록',
};
