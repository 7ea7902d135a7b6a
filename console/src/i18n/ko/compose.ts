export const compose = {
  title: '문자 보내기',
};
