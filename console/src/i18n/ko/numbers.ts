export const numbers = {
  title: '번호',
};
