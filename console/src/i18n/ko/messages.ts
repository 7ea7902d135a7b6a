export const messages = {
  title: '문자 내역',
};
